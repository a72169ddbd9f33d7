package io.coffer.gateway.feature;

import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.identity.Project;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the service can do for a project, by documented key. Backups stay in their region. */
record Features(TreeMap<String, Object> all) {

  static Features of(Project project) {
    return new Features(
        new TreeMap<>(
            Map.of(
                "replication.enable",
                false,
                "replication.source_region",
                project.region(),
                "replication.destination_regions",
                List.of(),
                "replication.destination_dgw_regions",
                List.of(),
                "features.backup_double_az",
                false,
                "features.bccrack_enable",
                false)));
  }

  /** Some of them, in the order of their keys. */
  Map<String, Object> page(int limit, int offset) {
    Map<String, Object> page = new TreeMap<>();
    all.entrySet().stream()
        .skip(offset)
        .limit(limit)
        .forEach(feature -> page.put(feature.getKey(), feature.getValue()));
    return page;
  }

  /** One of them; 400 for what is none. */
  Map<String, Object> one(String key) {
    if (!all.containsKey(key)) {
      throw ApiException.invalid(
          "feature_key must be one of " + String.join(", ", all.keySet()) + ".");
    }
    return Map.of(key, all.get(key));
  }
}
