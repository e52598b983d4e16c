import type { en } from './en';

/** A key of a text as the resources have it, with plural endings. */
export type ResourceKey = keyof typeof en;

/** All texts of one language. */
export type Messages = Readonly<Record<ResourceKey, string>>;

/** The texts of one part, which every other language must have as well. */
export type Translated<Part> = { readonly [Key in keyof Part]: string };

type WithoutPlural<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;

/** A key by which a component asks for a text. */
export type MessageKey = WithoutPlural<ResourceKey>;
