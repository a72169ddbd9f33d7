package io.coffer.cli.home;

import io.coffer.local.LocalStackException;
import io.coffer.local.WholeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** At most one program at a time starts or stops processes of a stack. */
public final class StackLock implements AutoCloseable {

  private final FileChannel channel;

  private StackLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits for the lock; it falls with the process that holds it, however that ends. */
  public static StackLock take(Home home, PrintStream out) {
    try {
      WholeFile.createPrivateDirectory(home.path());
      FileChannel channel =
          FileChannel.open(home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        out.println("Another coffer command is starting or stopping this stack; waiting for it.");
        channel.lock();
      }
      return new StackLock(channel);
    } catch (IOException failed) {
      throw new LocalStackException(
          "Cannot use " + home.path() + ": " + WholeFile.reason(failed), failed);
    }
  }

  /** Takes the lock unless somebody holds it. */
  public static Optional<StackLock> tryTake(Home home) {
    try {
      FileChannel channel =
          FileChannel.open(home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return Optional.of(new StackLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (OverlappingFileLockException heldInThisJvm) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new LocalStackException(
          "Cannot use " + home.path() + ": " + WholeFile.reason(failed), failed);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new LocalStackException("Cannot release the lock", failed);
    }
  }
}
