import {type ReasonWords, told} from "../../../model/reasonWords.ts";

export const reasons: ReasonWords = {
  foreign: ({address, title}) =>
    `${address} adresinde başka bir şey duruyor: “${title}”. Üzerine asla yazılmaz: onu taşıyın ya da bu nota ayrı bir edisyon verin`,
  fixed: {
    removed: "oradaydı, artık yok",
    changed: "oraya konduktan sonra biri değiştirmiş",
    hidden: "okurlar artık görmüyor",
    late: "günü bir günden çok geçti",
  },
  receivers: ({have, of, refused, later, unknown}) =>
    [
      `${of} alıcıdan ${have} kişiye ulaştı`,
      later.length > 0 && `sonra gidecek: ${told(later, "kişi daha")}`,
      refused.length > 0 && `reddedilen: ${told(refused, "kişi daha")}`,
      unknown.length > 0 && `ulaştığı bilinmeyen: ${told(unknown, "kişi daha")}`,
      refused.length > 0 && "adresi listeden çıkarın ya da düzeltin, sonra yeniden isteyin",
      "ulaşana bir daha gönderilmez",
    ]
      .filter(Boolean)
      .join("; "),
  answered: (label, status) => `${label} ${status} yanıtını verdi`,
  remedies: {
    clock: (_, minutes) =>
      `Saati bu makineninkinden ${minutes} dakika farklı, anahtarlar bu yüzden reddedilir: yanlış olan saati düzeltin`,
    key: key => `${key} içindeki anahtarı kabul etmiyor: orada yenisini alıp ${key} içine koyun`,
    right: key =>
      `${key} içindeki anahtarın buna yetkisi yok: sahibine orada yetki verin ya da başkasının anahtarını alın`,
    address: () => "Hedefin url ayarına ve sürümüne bakın",
    changed: () => "Bu arada orada değişmiş: bakın, sonra yeniden isteyin",
    large: () =>
      "Bu kadar büyüğünü almıyor: sınırını ya da önünde duranınkini yükseltin (client_max_body_size, upload_max_filesize, post_max_size)",
    slower: () => "Çok sık soruldu; sonra olur",
    theirs: () => "Sorun onun tarafında; sonra olabilir, olmazsa günlüğüne bakın",
    mend: () => "Dediğini düzeltin, sonra yeniden isteyin",
  },
  silent: (label, why) => `${label}: ${why}`,
  silences: {
    late: "zamanında tam bir yanıt gelmedi. Yeniden yapılmadan önce yapılmış mı diye bakılır",
    broken: "bağlantı koptu; sonra olabilir",
    network: "ulaşılamıyor; sonra olabilir, olmazsa hedefin url ayarına bakın",
    certificate:
      "sertifikasına burada güvenilmiyor: bu makinenin saatine, şirket vekil sunucusu varsa NODE_EXTRA_CA_CERTS ayarına bakın",
    astray:
      "başka bir yere yönlendiriyor, oraya anahtar gönderilmez: doğru adresi oysa hedefin url ayarına yazın",
    large: "yanıtı beklenenden büyük",
    page: "bir web sayfasıyla yanıt verdi: hedefin url ayarına, önünde giriş ya da bakım sayfası durup durmadığına bakın",
    json: "yanıtı yarıda kesildi ya da araya bir şey girdi; sonra olabilir",
    shape: "Assay’in tanımadığı biçimde yanıt verdi: hedefin url ayarına ve sürümüne bakın",
  },
  unread: "henüz geri okunamadı",
  failed: "olmadı",
};
