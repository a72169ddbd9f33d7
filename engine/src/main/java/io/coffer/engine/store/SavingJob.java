package io.coffer.engine.store;

import io.coffer.engine.Crew;
import io.coffer.engine.StoreFullException;

/** The frame of a job that stores blobs: one at a time on a repository, and salvage on failure. */
public final class SavingJob {
  /** What is done inside the frame. */
  public interface Work<R> {
    R run(Crew crew, PackSaver saver);
  }

  private SavingJob() {}

  public static <R> R run(Repository repository, Work<R> work) {
    repository.writing().lock();
    try (Crew crew = new Crew(Crew.usualSize(), "saving")) {
      repository.refresh();
      try (PackSaver saver = new PackSaver(repository, crew.size())) {
        return run(repository, work, crew, saver);
      }
    } finally {
      repository.writing().unlock();
    }
  }

  private static <R> R run(Repository repository, Work<R> work, Crew crew, PackSaver saver) {
    boolean done = false;
    try {
      R result = work.run(crew, saver);
      done = true;
      return result;
    } catch (StoreFullException e) {
      saver.discard();
      throw e;
    } finally {
      if (!done) {
        saver.salvage();
        repository.forgetIndex();
      }
    }
  }
}
