package io.coffer.worker.source;

/**
 * A server, or a volume by itself.
 *
 * @param type for example {@code OS::Nova::Server} or {@code OS::Cinder::Volume}
 */
public record ResourceRef(String project, String id, String type) {

  public static final String SERVER = "OS::Nova::Server";
  public static final String VOLUME = "OS::Cinder::Volume";

  /** Whether it is a volume by itself. */
  public boolean isVolume() {
    return VOLUME.equals(type);
  }
}
