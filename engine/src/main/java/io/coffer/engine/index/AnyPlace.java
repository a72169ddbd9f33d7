package io.coffer.engine.index;

import io.coffer.engine.DamagedException;
import io.coffer.engine.StoreException;
import java.util.function.Function;

/** Reads a blob from wherever it is to be had: two who save at once may both store it. */
public final class AnyPlace {

  private AnyPlace() {}

  /**
   * Reads it at one of its places, or at another if that does not give it.
   *
   * @throws DamagedException if none does; tells of the first
   */
  public static <R> R read(BlobIndex index, BlobLocation first, Function<BlobLocation, R> reading) {
    try {
      return reading.apply(first);
    } catch (DamagedException | StoreException e) {
      for (BlobLocation other : index.places(first.entry().id())) {
        try {
          if (!other.equals(first)) {
            return reading.apply(other);
          }
        } catch (DamagedException | StoreException again) {
          continue; // what is wrong with the first is told
        }
      }
      throw e;
    }
  }
}
