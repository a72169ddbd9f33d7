package io.coffer.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalValueTest {

  @Test
  void sortsTheKeysOfJsonAtEveryDepth() {
    assertThat(CanonicalValue.json("{\"b\":{\"z\":1,\"a\":[{\"y\":2,\"x\":3}]},\"a\":null}"))
        .isEqualTo("{\"a\":null,\"b\":{\"a\":[{\"x\":3,\"y\":2}],\"z\":1}}");
  }

  @Test
  void quotesWhatIsNoJson() {
    assertThat(CanonicalValue.json("{broken")).isEqualTo("\"{broken\"");
  }
}
