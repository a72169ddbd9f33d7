package io.coffer.gateway.request;

import io.coffer.contracts.vault.IncludedVolume;
import java.util.List;

/**
 * A resource that a body names, to associate it (table 4-155) or to back it up (table 4-470).
 *
 * @param name ignored: its cloud knows the name
 */
public record ResourceBody(String id, String type, String name, ExtraInfo extraInfo) {

  /**
   * Tables 4-156 and 4-471. Null volumes mean that none is named.
   *
   * @param includeVolumes in no table, and sent by clients all the same
   */
  public record ExtraInfo(List<String> excludeVolumes, List<IncludedVolume> includeVolumes) {}

  private static final int MOST_VOLUMES = 256;

  /** Checks the fields; {@code path} is where the resource stands in the body. */
  public void check(String path) {
    resourceId(path + ".id", id);
    Check.oneOf(path + ".type", Check.present(path + ".type", type), ResourceType.ALL);
    Check.text(path + ".name", name, 0, 255);
    String excluded = path + ".extra_info.exclude_volumes";
    Check.list(excluded, excludeVolumes(), 0, MOST_VOLUMES);
    excludeVolumes().forEach(volume -> resourceId(excluded, volume));
    String included = path + ".extra_info.include_volumes";
    Check.list(included, includeVolumes(), 0, MOST_VOLUMES);
    for (int i = 0; i < includeVolumes().size(); i++) {
      String element = included + "[" + i + "]";
      resourceId(element + ".id", includeVolumes().get(i).id());
      Check.text(element + ".os_version", includeVolumes().get(i).osVersion(), 0, 255);
    }
  }

  /** The volumes that are left out; empty for none. */
  public List<String> excludeVolumes() {
    return extraInfo == null || extraInfo.excludeVolumes() == null
        ? List.of()
        : extraInfo.excludeVolumes();
  }

  /** The volumes named as ones to back up; empty for none. */
  public List<IncludedVolume> includeVolumes() {
    return extraInfo == null || extraInfo.includeVolumes() == null
        ? List.of()
        : extraInfo.includeVolumes();
  }

  /** Checks the id that a cloud gave a resource. */
  public static String resourceId(String path, String id) {
    return Check.text(path, Check.present(path, id), 1, 64);
  }
}
