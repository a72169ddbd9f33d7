package io.coffer.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LocalProcessTest {

  @Test
  void thisJvmIsAlive() {
    assertThat(LocalProcess.current().isAlive()).isTrue();
    assertThat(LocalProcess.current().commandLine()).contains("java");
  }

  @Test
  void aLaterProcessWithTheSamePidIsAnotherOne() {
    LocalProcess current = LocalProcess.current();
    assertThat(new LocalProcess(current.pid(), current.startTicks() - 1).isAlive()).isFalse();
  }

  @Test
  void readsWhatItWrote() {
    LocalProcess current = LocalProcess.current();
    assertThat(LocalProcess.parse(current.toString())).contains(current);
  }

  @Test
  void anythingElseIsNoProcess() {
    assertThat(LocalProcess.parse("")).isEmpty();
    assertThat(LocalProcess.parse("1@x")).isEmpty();
    assertThat(LocalProcess.parse("12")).isEmpty();
  }

  @Test
  void killsWhatDoesNotListen() throws IOException {
    Process deaf =
        new ProcessBuilder("bash", "-c", "trap '' TERM; while :; do sleep 1; done").start();
    LocalProcess process = LocalProcess.find(deaf.pid()).orElseThrow();
    process.end("TERM", Duration.ofMillis(300));
    assertThat(process.isAlive()).isFalse();
  }
}
