package io.coffer.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathPatternTest {
  @Test
  void fitsAPathAndAllBelowIt() {
    assertThat(fits("/a/b", "/a/b")).isTrue();
    assertThat(fits("/a/b", "/a/b/c/d")).isTrue();
    assertThat(fits("/a/b", "/a")).isFalse();
    assertThat(fits("/a/b", "/x/a/b")).isFalse();
    assertThat(fits("/a/b/", "/a/b")).isTrue();
    assertThat(fits("//a/./x/../b", "/a/b")).isTrue();
    assertThat(fits("/", "/any/thing")).isTrue();
  }

  @Test
  void fitsARelativePatternAnywhere() {
    assertThat(fits("b", "/a/b/c")).isTrue();
    assertThat(fits("b/c", "/a/b/c")).isTrue();
    assertThat(fits("a/c", "/a/b/c")).isFalse();
    assertThat(fits("./b", "/a/b")).isTrue();
    assertThat(fits("*.txt", "/a/b.txt/c")).isTrue();
  }

  @Test
  void knowsWildcardsAndClasses() {
    assertThat(fits("*", "/a")).isTrue();
    assertThat(fits("/a/*/c", "/a/b/c")).isTrue();
    assertThat(fits("/a/*/c", "/a/c")).isFalse();
    assertThat(fits("/a/**/c", "/a/c")).isTrue();
    assertThat(fits("/a/**/c", "/a/x/y/c/d")).isTrue();
    assertThat(fits("f[a-c]o?*", "/fbox")).isTrue();
    assertThat(fits("f[a-c]o?*", "/fbo")).isFalse();
    assertThat(fits("[^a]", "/b")).isTrue();
    assertThat(fits("[^a]", "/a")).isFalse();
    assertThat(fits("\\*", "/*")).isTrue();
    assertThat(fits("\\*", "/x")).isFalse();
    assertThat(fits("a*b*c", "/aXbYbZc")).isTrue();
  }

  @Test
  void countsCharactersAndNotBytes() {
    assertThat(fits(RawPath.ofText("?"), RawPath.ofText("/\u00f6"))).isTrue();
    assertThat(fits(RawPath.ofText("[\u00e4-\u00fc]"), RawPath.ofText("/\u00f6"))).isTrue();
    assertThat(fits("caf?", "/caf\u00e9")).isTrue(); // one byte that is no character
    assertThat(fits("caf\u00e9", "/caf\u00e9")).isTrue();
    assertThat(fits("caf\u00e9", RawPath.ofText("/caf\u00e9"))).isFalse();
  }

  @Test
  void tellsWhereItMayFitBelow() {
    assertThat(PathPattern.parse("/a/b/c").mayFitBelow(List.of("a", "b"))).isTrue();
    assertThat(PathPattern.parse("/a/b/c").mayFitBelow(List.of("a", "x"))).isFalse();
    assertThat(PathPattern.parse("/a/**/c").mayFitBelow(List.of("a", "x", "y"))).isTrue();
    assertThat(PathPattern.parse("c").mayFitBelow(List.of("a", "x"))).isTrue();
  }

  @Test
  void refusesWhatIsMalformed() {
    for (String pattern : List.of("[", "a/[b", "[]", "[-]", "[a-]", "b\\", "[\\", ".", "!.")) {
      assertThatThrownBy(() -> PathPattern.parse(pattern))
          .describedAs(pattern)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static boolean fits(String pattern, String path) {
    return PathPattern.parse(pattern).fits(List.of(path.substring(1).split("/")));
  }
}
