package io.coffer.engine.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern of one name, as Go matches files: {@code *} any characters, {@code ?} one, {@code
 * [a-z]} one of these, {@code [^a-z]} one of the others, and a backslash takes the next as it is.
 */
final class NamePattern {
  private static final IntPredicate ANY = character -> true;

  /** For {@code *}; the others stand for one character each. */
  private static final IntPredicate MANY = character -> true;

  private final String raw;
  private final List<IntPredicate> parts = new ArrayList<>();
  private boolean isPlain = true;

  private NamePattern(String raw) {
    this.raw = raw;
  }

  static NamePattern parse(String raw) {
    NamePattern pattern = new NamePattern(raw);
    int[] characters = GoText.characters(raw);
    for (int at = 0; at < characters.length; ) {
      at = pattern.add(characters, at);
    }
    return pattern;
  }

  /** Whether it fits a raw name. */
  boolean fits(String name) {
    if (isPlain) {
      return raw.equals(name);
    }
    int[] text = GoText.characters(name);
    int at = 0;
    int part = 0;
    int star = -1; // the last one, and how much of the text it has
    int taken = 0;
    while (at < text.length) {
      if (part < parts.size() && parts.get(part) == MANY) {
        star = part++;
        taken = at;
      } else if (part < parts.size() && parts.get(part).test(text[at])) {
        part++;
        at++;
      } else if (star >= 0) {
        part = star + 1;
        at = ++taken;
      } else {
        return false;
      }
    }
    while (part < parts.size() && parts.get(part) == MANY) {
      part++;
    }
    return part == parts.size();
  }

  private int add(int[] pattern, int at) {
    int character = pattern[at];
    isPlain &= "*?[\\".indexOf(character) < 0;
    switch (character) {
      case '*' -> parts.add(MANY);
      case '?' -> parts.add(ANY);
      case '[' -> {
        return addClass(pattern, at + 1);
      }
      case '\\' -> {
        parts.add(same(at(pattern, at + 1)));
        return at + 2;
      }
      default -> parts.add(same(character));
    }
    return at + 1;
  }

  private int addClass(int[] pattern, int begin) {
    int at = begin;
    boolean isNegated = at(pattern, at) == '^';
    at += isNegated ? 1 : 0;
    IntPredicate of = character -> false;
    int ranges = 0;
    while (ranges == 0 || at(pattern, at) != ']') {
      at = skipEscape(pattern, at);
      int low = at(pattern, at++);
      int high = low;
      if (at(pattern, at) == '-') {
        at = skipEscape(pattern, at + 1);
        high = at(pattern, at++);
      }
      int last = high;
      of = of.or(character -> low <= character && character <= last);
      ranges++;
    }
    parts.add(isNegated ? of.negate() : of);
    return at + 1;
  }

  private static int skipEscape(int[] pattern, int at) {
    int character = at(pattern, at);
    if (character == '-' || character == ']') {
      throw malformed();
    }
    return character == '\\' ? at + 1 : at;
  }

  private static int at(int[] pattern, int index) {
    if (index >= pattern.length) {
      throw malformed();
    }
    return pattern[index];
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("a pattern whose brackets and backslashes have an end");
  }

  private static IntPredicate same(int wanted) {
    return character -> character == wanted;
  }
}
