import type {DeskLocale} from "../../../../model/deskLocale.ts";
import type {View} from "../judge/review.ts";

interface Words {
  readonly title: string;
  readonly views: Readonly<Record<View, string>>;
  readonly inStep: string;
  readonly outOfStep: (revision: number) => string;
  readonly noPage: string;
  readonly older: (revision: number) => string;
  readonly frame: string;
  readonly pdf: string;
  readonly newTab: string;
  readonly loading: string;
  readonly failed: string;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    title: "As it would go out",
    views: {page: "Page", pdf: "PDF", changes: "Changes", history: "History", out: "Publication"},
    inStep: "as it would go out, in step with the text",
    outOfStep: revision => `r${revision} as it would go out: not what the text says now`,
    noPage: "No page can be made of this text.",
    older: revision => `r${revision}; what was saved since is being laid out …`,
    frame: "The note as it would be published",
    pdf: "The note as a PDF",
    newTab: "Open in a new tab",
    loading: "The page is being laid out …",
    failed: "The page could not be fetched:",
  },
  tr: {
    title: "Yayımlanacağı hâliyle",
    views: {page: "Sayfa", pdf: "PDF", changes: "Değişiklikler", history: "Geçmiş", out: "Yayım"},
    inStep: "yayımlanacağı hâliyle, metinle birlikte ilerler",
    outOfStep: revision => `r${revision}, yayımlanacağı hâliyle: metnin şu anki hâli değil`,
    noPage: "Bu metinden sayfa yapılamıyor.",
    older: revision => `r${revision}; sonradan kaydedilenler diziliyor …`,
    frame: "Notun yayımlanacak hâli",
    pdf: "Notun PDF'i",
    newTab: "Yeni sekmede aç",
    loading: "Sayfa diziliyor …",
    failed: "Sayfa alınamadı:",
  },
};
