package io.coffer.worker.volume;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** What a listing of volumes can be narrowed by. Absent parameters are null. */
public class VolumeQuery {

  private static final int MOST = 1000;

  @QueryParam("name")
  String name;

  @QueryParam("status")
  String status;

  @QueryParam("limit")
  Integer limit;

  @QueryParam("offset")
  Integer offset;

  @QueryParam("marker")
  String marker;

  /** The page of all volumes that is asked for. What follows an unknown marker is nothing. */
  List<? extends JsonNode> page(List<? extends JsonNode> all) {
    return all.stream()
        .dropWhile(one -> marker != null && !marker.equals(one.path("id").asText()))
        .skip(marker == null ? 0 : 1)
        .filter(one -> name == null || name.equals(one.path("name").asText()))
        .filter(one -> status == null || status.equalsIgnoreCase(one.path("status").asText()))
        .skip(offset == null ? 0 : Math.max(0, offset))
        .limit(limit == null ? MOST : Math.max(0, limit))
        .toList();
  }
}
