package io.coffer.gateway.request;

import java.util.List;

/**
 * A resource that a body names, to associate it (table 4-155) or to back it up (table 4-470).
 *
 * @param name ignored: its cloud knows the name
 */
public record ResourceBody(String id, String type, String name, ExtraInfo extraInfo) {

  /** Tables 4-156 and 4-471. Null volumes mean that none is excluded. */
  public record ExtraInfo(List<String> excludeVolumes) {}

  private static final int MOST_VOLUMES = 256;

  /** Checks the fields; {@code path} is where the resource stands in the body. */
  public void check(String path) {
    resourceId(path + ".id", id);
    Check.oneOf(path + ".type", Check.present(path + ".type", type), ResourceType.ALL);
    Check.text(path + ".name", name, 0, 255);
    String excluded = path + ".extra_info.exclude_volumes";
    Check.list(excluded, excludeVolumes(), 0, MOST_VOLUMES);
    excludeVolumes().forEach(volume -> resourceId(excluded, volume));
  }

  /** The volumes that are left out; empty for none. */
  public List<String> excludeVolumes() {
    return extraInfo == null || extraInfo.excludeVolumes() == null
        ? List.of()
        : extraInfo.excludeVolumes();
  }

  /** Checks the id that a cloud gave a resource. */
  public static String resourceId(String path, String id) {
    return Check.text(path, Check.present(path, id), 1, 64);
  }
}
