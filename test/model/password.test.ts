import {expect, test} from "vitest";
import {passwordFault} from "../../src/model/password.ts";

const ayse = {name: "Ayşe Yılmaz", email: "a.yilmaz@bluenote.example"};

test.each([
  "a lamp on the quiet pier",
  "ÇOKGÜZELBİRAKŞAM",
  "🦉🦊🐢🐙🦀🐝🐌🦔🐿🦩🦚🦜",
  "правильнаялошадь",
  "t9!Rk2#vQ8@zLm",
  "8403 5520 9917 3316",
  "x7".padEnd(128, "kqwzvbnhgt"),
])("length is all that is asked of a password, whatever its characters: %s", password => {
  expect(passwordFault(password, ayse)).toBeUndefined();
});

test.each([
  ["elevenchars", /at least 12/],
  ["🦉🦊🐢🐙🦀🐝🐌🦔🐿🦩🦚", /at least 12/],
  ["k9".padEnd(129, "qzvwx"), /at most 128/],
])("of a length that is not right it is refused: %s", (password, told) => {
  expect(passwordFault(password, ayse)).toMatch(told);
});

test.each([
  "password1234",
  "P@ssw0rd2026!",
  "123456789012",
  "111111111111",
  "qwertyuiop12",
  "qwertyqwerty",
  "abcdefghijkl",
  "iloveyou1234",
  "Welcome2026!!",
  "admin-admin-admin",
  "letmeinletmein",
  "aaaaaaaaaaaaaaaa",
  "Summer2026!!!",
  "bitcoin123456",
  "password8372",
  "kjdkjdkjdkjd",
  "987654321098",
])("what is tried first is refused, however it is dressed: %s", password => {
  expect(passwordFault(password, ayse)).toContain("tried first");
});

test.each([
  "yılmaz in the rain",
  "AYŞE IS AT HOME",
  "a.yilmaz is here",
  "bluenote morning",
  "BlueNote forever",
])("what has the name or the address in it is refused: %s", password => {
  expect(passwordFault(password, ayse)).toContain("name or the mail address");
});
