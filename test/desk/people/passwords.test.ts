import {dictionary} from "@zxcvbn-ts/language-common";
import {expect, test} from "vitest";
import {requirePassword} from "../../../src/desk/people/passwords.ts";
import {shortestPassword} from "../../../src/model/password.ts";

const ayse = {name: "Ayşe Yılmaz", email: "a.yilmaz@bluenote.example"};

test("none of the common passwords that are long enough is taken, whatever its letters", async () => {
  const list = dictionary["passwords-common"];
  expect(list.length).toBeGreaterThan(3000);
  const long = list.filter(one => [...one].length >= shortestPassword);
  expect(long.length).toBeGreaterThan(200);
  for (const password of [...long, ...long.map(one => one.toUpperCase())])
    await expect(requirePassword(password, ayse, "password")).rejects.toThrow();
});

test.each(["supernatural2026!", "123motherfucker", "!!unbelievable!!"])(
  "one with digits and signs around it is no other: %s",
  async password => {
    await expect(requirePassword(password, ayse, "password")).rejects.toThrow(/many have had/);
  },
);

test.each(["a lamp on the quiet pier", "supernatural pier lamp", "t9!Rk2#vQ8@zLm"])(
  "what is put together otherwise is taken: %s",
  async password => {
    await requirePassword(password, ayse, "password");
  },
);
