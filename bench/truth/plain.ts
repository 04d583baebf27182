import type {Language} from "./printed.ts";

/**
 * Sentences that state nothing of the coin or the market: headings, methods, disclaimers, what lies outside the
 * data. They are counted apart, so that they are neither judged nor missed.
 */
const forms: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    /^(?:Exhibit \d+\.|In brief|What to watch|Other figures|Bear, base and bull|What we do not know|What these data do not say|Before relying on this|Method|Disclosures)$/,
    /^(?:Sources?|Generated automatically|Figures are as their sources gave them|It is no advice|Whoever publishes it)\b/,
    /^(?:The dashed line is|The parts add up|A dash: no figure|As of |Simulation by Assay|Recorded market data)/,
    /^(?:It counts what was traded|That few traded does not say|Trailing volumes are never|It is the same for every asset)/,
    /daily close(?: and volume)?$|rolling \d+ days, with its|: each window beside the|with its date, probability and range$|by quote$|the largest first$|simulated range for the next/,
    /^(?:Nor does it hold order books|Why .* is not in the record|Nothing in the record speaks of causes)/,
    /excluded quotes are marked/,
    /^The price of .* left out as (?:a fault|faults) of the feed|^(?:In other currencies, and what leaving out changes)$/,
    /^(?:Where it could go from a (?:lively|quiet) start|What speaks for it, and what against|For\.|Against\.|What changed hands|Where it is traded|How far from a dollar|A single day, not \p{L}+)$/u,
    /^(?:The source gives no such table for|Nothing here says how much of this)/,
    /^A test at 5% finds a change where there is none in 5% of cases\.$/,
    /(?:^|\. )(?:Bear, base and bull|Ayı, temel ve boğa)$/,
    /^(?:Beside the other coins|Where .* stands?|Where it could go|In other currencies|How much it moves|The market’s day|What .* does, and where .*|Has .* come loose from Bitcoin\?|Does .* still follow Bitcoin\?|How far it has (?:come|fallen)|.* among .*)$/,
    /^(?:That is a return in another unit|The figures of .* say what happened by then|So the change is much the same|That close, or the returns)/,
    /^(?:What these data do not say|this note does not guess|That the tie to Bitcoin is not one of them)/,
  ],
  tr: [
    /^(?:Grafik \d+\.|Tablo \d+\.|Kısaca|İzlenecekler|İzlenmesi gerekenler|Kalan göstergeler|Ayı, temel ve boğa|Bilmediklerimiz|Bu verilerin söylemedikleri|Bu nota güvenmeden önce|Yöntem|Açıklamalar|Kanıt)$/,
    /^(?:Kaynak|Kaynaklar):|^(?:Bu not assay|Rakamlar kaynakların|Simülasyon olan|Bu not yatırım|Yayımlayanın|Aynı program)/,
    /^(?:Kesikli çizgi|Bileşenlerin toplamı|Çizgi:|Assay simülasyonu|Her varlık için aynıdır|Bu hesap, alınıp)/,
    /günlük kapanış(?: ve işlem hacmi)?$|güven bandıyla$|günle yan yana$|tarih, olasılık ve aralık$|günlük değişim$|\(büyükten küçüğe\)$|simüle edilen aralık$/,
    /^Emir defterleri de kayıtta yok|neden (?:yükseldiği|gerilediği) kayıtta yazmıyor|elenenler işaretli/,
    /UTC itibarıyla\.$/,
    /veri akışının hatası sayıldı ve alınmadı|^Öteki paritelerde görünüm ve elemenin etkisi$|^Bu not ilk yanıtı izliyor/,
    /günlük kayan sıra korelasyonu, .* güven bandıyla|^Nereden nereye (?:çıktı|indi)$|^[^,.]+, .+ arasında\.$/,
    /^.{1,30}’\p{L}+ durumu$|^(?:Başka para birimleriyle|Lehinde ve aleyhinde söylenenler|Lehinde\.|Aleyhinde\.|Oynak bir başlangıçtan nereye|Sakin bir başlangıçtan nereye|Ne kadar oynak|Nerede işlem görüyor)$/u,
    /^(?:Kaynak .* için böyle bir tablo vermiyor|Bunların ne kadarının|Bitcoin’le bağdaki değişimin böyle bir bulgu olmadığını)/,
    /(?:^|\. )Ayı, temel ve boğa$|^İlk işaret, logaritmik ölçekte|^%5’lik anlamlılık düzeyinde bir sınama/,
    /^(?:Diğer coinlerin yanında|Öteki paritelerde görünüm|Fiyat nereye gidebilir|Ne kadar oynuyor|Piyasanın günü|.* hâlâ Bitcoin’i izliyor mu\?|.* Bitcoin’den koptu mu\?)$/,
    /^(?:Yukarıdaki her rakam|Kimlikler ve formüller|Bu, başka bir birimle|Kayıtta nedenlere ilişkin|Önceden konmuş kural)/,
  ],
};

export const isPlain = (text: string, section: string, language: Language): boolean =>
  /^(?:Method|Disclosures|Yöntem|Açıklamalar)$/.test(section)
    ? !/\d{1,2} \p{L}+ \d{4}/u.test(text)
    : forms[language].some(form => form.test(text));
