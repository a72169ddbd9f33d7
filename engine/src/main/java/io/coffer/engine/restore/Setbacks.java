package io.coffer.engine.restore;

import io.coffer.engine.Cause;
import io.coffer.engine.DamagedException;
import io.coffer.engine.StoreException;
import io.coffer.engine.TargetException;
import io.coffer.engine.restore.RestoreFailures.Failure;
import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What fails for one inode concerns that one alone: it is noted, and the rest goes on. What
 * concerns the whole restore, as that it is cancelled, ends it. Safe for many threads.
 */
final class Setbacks {
  private final RestoreFailures.Counter obstacles = new RestoreFailures.Counter();
  private final RestoreFailures.Counter damage = new RestoreFailures.Counter();
  private final AtomicReference<Throwable> end = new AtomicReference<>();

  /** A part of the restore. */
  interface Part {
    void run() throws IOException;
  }

  /** Runs a part; answers whether it succeeded. It is not begun when the restore is to end. */
  boolean guard(Supplier<Path> path, Part part) {
    if (end.get() != null) {
      return false;
    }
    try {
      part.run();
      return true;
    } catch (IOException e) {
      obstacle(path.get(), Cause.of(e));
    } catch (TargetException e) {
      obstacle(
          path.get(), e.getCause() instanceof IOException cause ? Cause.of(cause) : e.getMessage());
    } catch (DamagedException | StoreException e) {
      damage.add(new Failure(text(path.get()), e.getMessage()));
    } catch (IllegalArgumentException e) {
      obstacle(path.get(), "this Java has no such name: " + e.getMessage());
    } catch (StackOverflowError e) {
      obstacle(
          path.get(), "it is nested too deep for the stack of this Java: give it more by -Xss");
    } catch (RuntimeException | Error e) {
      end.compareAndSet(null, e);
    }
    return false;
  }

  void obstacle(Path path, String cause) {
    obstacles.add(new Failure(text(path), cause));
  }

  /** Throws what is to end the restore, if anything is. */
  void endIfAsked() {
    Throwable found = end.get();
    if (found instanceof RuntimeException failure) {
      throw failure;
    }
    if (found instanceof Error error) {
      throw error;
    }
  }

  RestoreFailures obstacles() {
    return obstacles.soFar();
  }

  RestoreFailures damage() {
    return damage.soFar();
  }

  private static String text(Path path) {
    return RawPath.text(RawPath.raw(path));
  }
}
