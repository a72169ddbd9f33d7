package io.coffer.worker.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.worker.job.JobStopped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelLocksTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final List<Process> others = new ArrayList<>();
  private KernelLocks locks;

  @BeforeEach
  void open() {
    locks = new KernelLocks(folder.resolve("repositories").resolve("in-use"));
  }

  @AfterEach
  void end() {
    others.forEach(Process::destroyForcibly);
  }

  @Test
  void manyTasksOfOneWorkerShareALockUntilTheLastHasEnded() {
    KernelLock first = locks.take("vault/1", false).orElseThrow();
    KernelLock second = locks.take("vault/1", false).orElseThrow();
    first.close();
    first.close();
    assertThat(locks.take("vault/1", true)).isEmpty();
    assertThat(second.isProof()).isTrue();
    assertThat(locks.holder("vault/1")).contains("another task of this worker");
    second.close();
    assertThat(locks.take("vault/1", true)).isPresent();
    assertThat(locks.take("vault/1", false)).isEmpty();
    assertThat(locks.take("vault/2", true)).isPresent();
  }

  @Test
  void aProcessThatIsStoppedKeepsItsLockAndADeadOneHasNone() throws Exception {
    Process other = holder("vault/1", false);
    assertThat(locks.take("vault/1", false)).isPresent();
    Process alone = holder("vault/2", true);
    signal(alone, "STOP");
    signal(other, "STOP");
    assertThat(locks.take("vault/2", false)).isEmpty();
    assertThat(locks.holder("vault/2")).contains("process " + alone.pid() + " of this machine");
    alone.destroyForcibly().waitFor();
    assertThat(locks.take("vault/2", true)).isPresent();
  }

  @Test
  void waitsAsLongAsItMayAndTellsForWhom() throws Exception {
    Process other = holder("volume/p/1", true);
    List<String> told = new ArrayList<>();
    Optional<KernelLock> none = locks.await("volume/p/1", true, Duration.ofMillis(1), told::add);
    assertThat(none).isEmpty();
    assertThat(told).isNotEmpty().allMatch(holder -> holder.contains("" + other.pid()));
    Optional<KernelLock> lock =
        locks.await("volume/p/1", true, LONG, holder -> other.destroyForcibly());
    assertThat(lock).isPresent();
    assertThatThrownBy(
            () ->
                locks.await(
                    "volume/p/1",
                    true,
                    LONG,
                    holder -> {
                      throw new JobStopped();
                    }))
        .isInstanceOf(JobStopped.class);
  }

  /** An interrupt closes a channel that its thread is at work on, and with it all locks. */
  @Test
  void anInterruptedTaskTakesNoLockFromOthers() throws Exception {
    KernelLock mine = locks.take("vault/1", true).orElseThrow();
    Thread.currentThread().interrupt();
    KernelLock other = locks.take("vault/2", true).orElseThrow();
    assertThat(Thread.interrupted()).isTrue();
    other.close();
    assertThat(mine.isProof()).isTrue();
    assertThat(holder("vault/2", true).isAlive()).isTrue();
    assertThat(tryElsewhere("vault/1")).isFalse();
  }

  @Test
  void doesNotTrustPlacesThatOtherMachinesShare() {
    for (String type : List.of("nfs", "nfs4", "CIFS", "smb3", "fuse.sshfs", "9p", "ceph")) {
      assertThat(NetworkFileSystems.isNetwork(type)).as(type).isTrue();
    }
    for (String type : List.of("ext4", "ext2/ext3", "xfs", "tmpfs", "overlay", "btrfs", "zfs")) {
      assertThat(NetworkFileSystems.isNetwork(type)).as(type).isFalse();
    }
  }

  private boolean tryElsewhere(String what) throws Exception {
    Process process = start(what, "true");
    return process.getInputStream().read() == '+';
  }

  private Process holder(String what, boolean alone) throws Exception {
    Process process = start(what, Boolean.toString(alone));
    assertThat(process.getInputStream().read()).isEqualTo('+');
    return process;
  }

  private Process start(String what, String alone) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.resolve("repositories").resolve("in-use").toString(),
                what,
                alone)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    others.add(process);
    return process;
  }

  private static void signal(Process process, String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Another process that takes a lock, says so, and lives until it is killed. */
  static final class Holder {
    public static void main(String[] arguments) throws Exception {
      KernelLocks locks = new KernelLocks(Path.of(arguments[0]));
      boolean taken = locks.take(arguments[1], Boolean.parseBoolean(arguments[2])).isPresent();
      System.out.write(taken ? '+' : '-');
      System.out.flush();
      Thread.sleep(taken ? Long.MAX_VALUE : 0);
    }
  }
}
