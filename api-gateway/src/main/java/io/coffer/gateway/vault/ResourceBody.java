package io.coffer.gateway.vault;

import io.coffer.gateway.request.Check;
import io.coffer.gateway.request.ResourceType;
import java.util.List;

/** A resource to associate (table 4-155). */
record ResourceBody(String id, String type, String name, ExtraInfo extraInfo) {

  /** Table 4-156. Null volumes mean that none is excluded. */
  record ExtraInfo(List<String> excludeVolumes) {}

  private static final int MOST_VOLUMES = 256;

  void check(String path) {
    resourceId(path + ".id", id);
    Check.oneOf(path + ".type", Check.present(path + ".type", type), ResourceType.ALL);
    Check.text(path + ".name", name, 0, 255);
    String excluded = path + ".extra_info.exclude_volumes";
    Check.list(excluded, excludeVolumes(), 0, MOST_VOLUMES);
    excludeVolumes().forEach(volume -> resourceId(excluded, volume));
  }

  List<String> excludeVolumes() {
    return extraInfo == null || extraInfo.excludeVolumes() == null
        ? List.of()
        : extraInfo.excludeVolumes();
  }

  static String resourceId(String path, String id) {
    return Check.text(path, Check.present(path, id), 1, 64);
  }
}
