import type {PhraseBook} from "../../model/evidenceWords.ts";

/** The formulas of the evidence in Turkish; `{1}`, `{2}` … are days and numbers in them. */
export const formulas: PhraseBook = {
  "(1 + change in USD) / (1 + change in the quote) - 1":
    "(1 + dolar cinsinden değişim) / (1 + karşılık cinsinden değişim) − 1",
  "(1 + change in USD) / (1 + the quote's own move) - 1":
    "(1 + dolar cinsinden değişim) / (1 + karşılığın kendi hareketi) − 1",
  "Benjamini–Hochberg over the windows of this note":
    "bu notun pencerelerine göre düzeltilmiş (Benjamini ve Hochberg)",
  "OLS slope on the benchmark, {1}..{2}":
    "karşılaştırma varlığına göre doğrusal bağlanımın eğimi, {1} – {2}",
  "Pearson's r of daily log returns, {1}..{2}":
    "günlük logaritmik getirilerin Pearson korelasyonu, {1} – {2}",
  "Spearman's rho of daily log returns, {1}..{2}":
    "günlük logaritmik getirilerin Spearman sıra korelasyonu, {1} – {2}",
  "Shapley part of beta in the change of r": "korelasyon değişiminde betanın Shapley payı",
  "Shapley part of the asset's own volatility in the change of r":
    "korelasyon değişiminde varlığın kendi oynaklığının Shapley payı",
  "Shapley part of the benchmark's volatility in the change of r":
    "korelasyon değişiminde karşılaştırma varlığının oynaklığının Shapley payı",
  "beta over the days of the last {1} on which the benchmark did worse than its mean":
    "son {1} günden karşılaştırma varlığının ortalamasından kötü olduğu günlerde beta",
  "change of {1}": "{1}: değişim",
  "circulating supply / maximum supply": "dolaşımdaki arz / en yüksek arz",
  "close of {1}": "{1} kapanışı",
  "close of {1} / close of the day before - 1": "{1} kapanışı / önceki günün kapanışı − 1",
  "close of {1} / close of {2} - 1": "{1} kapanışı / {2} kapanışı − 1",
  "closes in a year, counted over the last one without the holes in it":
    "yıldaki kapanışlar; son yıldan, boşlukları dışında sayıldı",
  "coins of the index": "endeksteki varlıklar",
  "coins of the sector on record, the asset among them":
    "sektörün kayıtlı varlıkları, varlığın kendisi de içinde",
  "coins on the list": "listedeki varlıklar",
  "coins with known volume and cap": "hacmi ve piyasa değeri bilinen varlıklar",
  "conditional daily volatility at the last close, × share that lasts":
    "son kapanıştaki koşullu günlük oynaklık × kalıcı pay",
  "counted in the snapshot": "kayıtlarda sayıldı",
  "daily log returns resampled": "yeniden örneklenen günlük logaritmik getiriler",
  "daily returns counted": "sayılan günlük getiriler",
  "daily returns of the year before": "önceki yılın günlük getirileri",
  "daily standard deviation of the benchmark's returns, {1}..{2}":
    "karşılaştırma varlığının getirilerinin günlük standart sapması, {1} – {2}",
  "daily standard deviation of the part the benchmark does not explain, {1}..{2}":
    "karşılaştırma varlığının açıklamadığı kısmın günlük standart sapması, {1} – {2}",
  "days from the end of {1} to the instant of the price": "{1} sonundan fiyat anına kadar günler",
  "days from the first close to the last": "ilk kapanıştan son kapanışa günler",
  "days from {1} to {2}": "{1} – {2} arası günler",
  "days in a row, to this one, further off than 1%":
    "bugüne dek üst üste %1’den uzak kaldığı günler",
  "days of one sign in {1}..{2}": "ikisinin aynı işaretli olduğu günler, {1} – {2}",
  "days with all three returns": "üç getirinin de bulunduğu günler",
  "days with both returns in {1}..{2}": "iki getirinin de bulunduğu günler, {1} – {2}",
  "days with volume and cap": "hacmi ve piyasa değeri bulunan günler",
  "distance of the close of {1}, the widest of the {2} days before":
    "{1} kapanışının uzaklığı, önceki {2} günün en büyüğü",
  "dollars that move the price 2 % {1}, over all listed tickers":
    "bütün işlem çiftlerinde fiyatı %2 oynatan dolar ({1})",
  "earlier changes over {1} days that do not overlap this one, from {2}":
    "bununla çakışmayan önceki {1} günlük değişimler, {2} gününden beri",
  "earlier days down by at least the level, a week before the day":
    "en az bu kadar düşülen, günden bir hafta önceki ya da daha eski günler",
  "earlier days up by at least the level, a week before the day":
    "en az bu kadar yükselinen, günden bir hafta önceki ya da daha eski günler",
  "of these, those whose close {1} days later was higher":
    "bunlardan {1} gün sonraki kapanışı daha yüksek olanlar",
  "median of the changes over the {1} days after them": "sonraki {1} gündeki değişimlerin medyanı",
  "earlier closes, from {1}": "önceki kapanışlar, {1} gününden beri",
  "earlier daily returns, from {1}": "önceki günlük getiriler, {1} gününden beri",
  "earlier daily volumes of the past year, from {1}":
    "geçen yılın önceki günlük hacimleri, {1} gününden beri",
  "earlier days of the field, by their median, from {1}":
    "bütün varlıkların önceki günleri, medyanlarıyla, {1} gününden beri",
  "earlier distances of daily closes, from {1}":
    "günlük kapanışların önceki uzaklıkları, {1} gününden beri",
  "earlier lowest prices of a day, from {1}": "önceki günlük en düşük fiyatlar, {1} gününden beri",
  "earlier standard deviations over {1} daily returns that do not overlap these, from {2}":
    "bunlarla çakışmayan önceki {1} günlük standart sapmalar, {2} gününden beri",
  "highest correlation told from the baseline four times in five":
    "önceki dönemden beş durumun dördünde ayırt edilen en yüksek korelasyon",
  "earlier ranges of a day in the past year, from {1}":
    "geçen yılın önceki günlük aralıkları, {1} gününden beri",
  "categories on the list": "listedeki kategoriler",
  "high / higher of price and price a day before - 1":
    "en yüksek fiyat / fiyat ile bir gün önceki fiyatın büyüğü − 1",
  "high / low - 1": "en yüksek fiyat / en düşük fiyat − 1",
  "highest price of {1}": "{1} gününün en yüksek fiyatı",
  "live quotes in which the asset fell": "varlığın düştüğü canlı karşılıklar",
  "live quotes in which the asset rose": "varlığın yükseldiği canlı karşılıklar",
  "live quotes of the class": "sınıfın canlı karşılıkları",
  "live quotes of the class before exclusion":
    "sınıfın, dışarıda bırakılanlar da içinde, canlı karşılıkları",
  "low / lower of price and price a day before - 1":
    "en düşük fiyat / fiyat ile bir gün önceki fiyatın küçüğü − 1",
  "lowest price of the day / 1 dollar - 1": "günün en düşük fiyatı / 1 dolar − 1",
  "lowest price of {1}": "{1} gününün en düşük fiyatı",
  "median change over the live quotes kept": "sayılan canlı karşılıklarda medyan değişim",
  "median of the daily volumes of the {1} days on record in the year before":
    "önceki yılın kayıtlı {1} gününün medyan hacmi",
  "median of high / low - 1 of the days of the past year":
    "geçen yılın günlerinde en yüksek / en düşük − 1 medyanı",
  "median of the days": "günlerin medyanı",
  "median of the others of the sector": "sektörün öteki varlıklarının medyanı",
  "quantile {1} of the others’ changes": "ötekilerin değişimlerinin {1} çeyreği",
  "median of the others’ changes": "ötekilerin değişimlerinin medyanı",
  "median of the outcomes / price - 1": "sonuçların medyanı / fiyat − 1",
  "median of their changes": "değişimlerinin medyanı",
  "median of volume {1} days later over the spike's own":
    "sıçramadan {1} gün sonraki hacmin sıçramanınkine oranının medyanı",
  "median of volume24h / marketCap": "hacim / piyasa değeri oranının medyanı",
  "newest days with returns of both": "ikisinin de getirisi bulunan en yeni günler",
  "no rate of {1}: has not moved since {2}": "{1} günü kur yok: {2} gününden beri oynamadı",
  "number of quotes in the table, the dollar among them":
    "tablodaki karşılık sayısı, dolar da içinde",
  "of the earlier {1}, those at least as high": "öncekilerden en az bu kadar yüksek olanlar",
  "of the earlier {1}, those at least as low": "öncekilerden en az bu kadar düşük olanlar",
  "of these, days among the asset's worst tenth":
    "bunlardan varlığın en kötü onda birine giren günler",
  "of these, those at least as large, up or down":
    "bunlardan yukarı ya da aşağı en az bu kadar büyük olanlar",
  "of these, those that fell": "bunlardan düşenler",
  "of these, those that had fallen": "bunlardan düşmüş olanlar",
  "of these, those that rose": "bunlardan yükselenler",
  "other coins at that age": "o yaştaki öteki varlıklar",
  "other coins of the sector of which nothing of late is on record":
    "sektörün yakın zamanda kaydı olmayan öteki varlıkları",
  "other coins with a change": "değişimi bilinen öteki varlıklar",
  "others with a higher change": "değişimi daha yüksek olanlar",
  "others with a higher change at that age": "o yaşta değişimi daha yüksek olanlar",
  "others with a lower change": "değişimi daha düşük olanlar",
  "others with a lower change at that age": "o yaşta değişimi daha düşük olanlar",
  "partial Spearman correlation with the benchmark, given the index of the other coins":
    "öteki varlıkların endeksi verildiğinde kısmi Spearman korelasyonu",
  "participation × volume24h": "pay × hacim",
  "price / close at the start - 1": "fiyat / başlangıçtaki kapanış − 1",
  "price / close of {1} - 1": "fiyat / {1} kapanışı − 1",
  "price / high - 1": "fiyat / en yüksek fiyat − 1",
  "price / low - 1": "fiyat / en düşük fiyat − 1",
  "price / lowest close of the year - 1": "fiyat / yılın en düşük kapanışı − 1",
  "price / price of the last note - 1": "fiyat / son nottaki fiyat − 1",
  "price / trough - 1": "fiyat / dip − 1",
  "price / 1 dollar - 1": "fiyat / 1 dolar − 1",
  "price / ({1} × {2} of {3}) - 1": "fiyat / ({1} × {2}, {3}) − 1",
  "price of the benchmark / its close at the start - 1":
    "karşılaştırma varlığının fiyatı / başlangıçtaki kapanışı − 1",
  "price of the benchmark / its price at the last note - 1":
    "karşılaştırma varlığının fiyatı / son nottaki fiyatı − 1",
  "price of the second answer / price - 1": "ikinci yanıttaki fiyat / fiyat − 1",
  "price × exp({1} × min(1, volatility / {2}) × volatility × {3}): the median drifts by that":
    "fiyat × exp({1} × min(1, oynaklık / {2}) × oynaklık × {3}): medyan bu kadar kayar",
  "quantile of the simulated close of {1}: filtered historical simulation":
    "{1} için benzetilen kapanışların niceliği (süzülmüş tarihsel benzetim), kaydırılmadan",
  "quantile of the simulated close of {1}: filtered historical simulation, its median at p50, tilted":
    "{1} için benzetilen kapanışların niceliği (süzülmüş tarihsel benzetim)",
  "quotes beyond the threshold": "eşiği aşan karşılıklar",
  "rate of {1} / rate of {2} - 1": "{1} kuru / {2} kuru − 1",
  "sample standard deviation of daily changes, from {1}, that ended before the day began":
    "gün başlamadan biten günlük değişimlerin örneklem standart sapması, {1} gününden beri",
  "sample standard deviation of daily log returns × √{1}":
    "günlük logaritmik getirilerin örneklem standart sapması × √{1}",
  "sample standard deviation of the last {1} daily log returns":
    "son {1} günlük logaritmik getirinin örneklem standart sapması",
  "share expected of unrelated series": "ilgisiz serilerden beklenen pay",
  "share of coins with a lower volume24h / marketCap": "devir hızı daha düşük varlıkların payı",
  "share of the days on which turnover was lower": "devir hızının daha düşük olduğu günlerin payı",
  "share of the variance of daily log returns that the benchmark explains":
    "günlük logaritmik getiri varyansının karşılaştırma varlığıyla açıklanan payı",
  "share that neither explains": "ikisinin de açıklamadığı pay",
  "share that the index explains beyond the benchmark":
    "endeksin karşılaştırma varlığının ötesinde açıkladığı pay",
  "shared days / the benchmark's worst days":
    "ortak günler / karşılaştırma varlığının kötü günleri",
  "squared return of {1} / sum of squared returns, {2}..{3}":
    "{1} getirisinin karesi / getirilerin kareleri toplamı, {2} – {3}",
  "test for a change of rank dependence at an unknown time, {1}..{2}":
    "zamanı bilinmeyen bir sıra bağımlılığı değişimi sınaması, {1} – {2}",
  "the benchmark's worst tenth of days": "karşılaştırma varlığının en kötü onda bir günü",
  "the same with the excluded quotes": "aynısı, dışarıda bırakılanlar da sayılınca",
  "those at least as extreme + 1": "en az bu kadar uçta olanlar + 1",
  "two-sided rank test for a change, own standard errors, Student's t":
    "değişim için iki yönlü sıra sınaması, kendi standart hataları, Student t",
  "value of {1}": "{1} değeri",
  "venues with a ticker": "işlem çifti olan yerler",
  "volatility of a year / √{1}": "yıllık oynaklık / √{1}",
  "volatility of the year, of {1} days and of a typical coin, geometric mean, × share that lasts":
    "yılın, {1} günün ve tipik bir varlığın oynaklığının geometrik ortalaması × kalıcı pay",
  "volume / median of the year before": "hacim / önceki yılın medyanı",
  "volume spikes on record": "kayıtlı hacim sıçramaları",
  "volume24h / marketCap": "hacim / piyasa değeri",
  "volume of the largest venue / volume of all venues":
    "en büyük işlem yerinin hacmi / bütün işlem yerlerinin hacmi",
  "sum of the squared venue shares": "işlem yeri paylarının kareleri toplamı",
  "windows tested": "sınanan pencereler",
  "words of the note / {1} a minute": "notun sözcükleri / dakikada {1}",
  "{1} (x - median) / MAD within the live {2} quotes":
    "{1} × (değişim − medyan) / medyan mutlak sapma, sınıfın canlı karşılıkları içinde",
  "1 + coins of the sector with a higher value": "1 + sektörde değeri daha yüksek olanlar",
  "1 - price / highest close ({1})": "1 − fiyat / en yüksek kapanış ({1})",
  "1 - price / highest close of the year": "1 − fiyat / yılın en yüksek kapanışı",
  "1 - trough / peak, the deepest of the recorded closes":
    "1 − dip / tepe, kayıtlı kapanışların en derini",
  "|change| / standard deviation of the days before":
    "|değişim| / önceki günlerin standart sapması",
  "√(price × border of the case)": "√(fiyat × senaryonun sınırı)",
};
