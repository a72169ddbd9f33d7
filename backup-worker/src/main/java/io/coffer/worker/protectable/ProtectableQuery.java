package io.coffer.worker.protectable;

import jakarta.ws.rs.QueryParam;

/** What a listing of protectable resources can be narrowed by. Absent parameters are null. */
public class ProtectableQuery {

  private static final int MOST = 50;

  @QueryParam("id")
  String id;

  @QueryParam("name")
  String name;

  @QueryParam("status")
  String status;

  @QueryParam("server_id")
  String serverId;

  @QueryParam("limit")
  Integer limit;

  @QueryParam("offset")
  Integer offset;

  @QueryParam("marker")
  String marker;

  /** Whether this one is wanted. */
  boolean accepts(Protectable one) {
    return (id == null || id.equals(one.id()))
        && (name == null || name.equals(one.name()))
        && (status == null || status.equalsIgnoreCase(one.status()))
        && (serverId == null || serverId.equals(one.serverId()));
  }

  /** At most fifty fit on a page. */
  int limit() {
    return limit == null ? MOST : Math.max(0, Math.min(MOST, limit));
  }

  int offset() {
    return offset == null ? 0 : Math.max(0, offset);
  }
}
