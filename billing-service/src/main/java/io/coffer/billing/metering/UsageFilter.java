package io.coffer.billing.metering;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which resources of a project are asked for: only those that have backups.
 *
 * @param resourceId null for any
 * @param resourceType null for any
 */
record UsageFilter(String project, String resourceId, String resourceType) {

  String where() {
    return " where project = :project and backupCount > 0"
        + (resourceId == null ? "" : " and resourceId = :resourceId")
        + (resourceType == null ? "" : " and resourceType = :resourceType");
  }

  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("project", project);
    if (resourceId != null) {
      parameters.put("resourceId", resourceId);
    }
    if (resourceType != null) {
      parameters.put("resourceType", resourceType);
    }
    return parameters;
  }
}
