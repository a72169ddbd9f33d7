package io.coffer.vault.resource;

/** How many resources a vault has, and how large these are together. */
public record Occupancy(long resources, long sizeGb) {

  /** That of an empty vault. */
  public static final Occupancy NONE = new Occupancy(0, 0);

  /** With one more resource. */
  public Occupancy and(int moreGb) {
    return new Occupancy(resources + 1, sizeGb + moreGb);
  }
}
