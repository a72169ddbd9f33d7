package io.coffer.gateway.iam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.gateway.identity.Account;
import io.coffer.gateway.identity.IdentityTime;
import io.coffer.gateway.identity.Project;
import io.coffer.gateway.identity.Scope;
import io.coffer.gateway.identity.Token;

/** A token as clients read it. */
final class TokenJson {

  private TokenJson() {}

  /** The body of both token routes; the catalogue is left out where it is not wanted. */
  static ObjectNode of(Token token, String endpoint, boolean withCatalog) {
    Account account = token.account();
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode json = body.putObject("token");
    ArrayNode methods = json.putArray("methods");
    token.methods().forEach(methods::add);
    json.put("issued_at", IdentityTime.format(token.issuedAt()));
    json.put("expires_at", IdentityTime.format(token.expiresAt()));
    ObjectNode user = json.putObject("user");
    user.put("id", account.userId()).put("name", account.userName());
    user.put("password_expires_at", "");
    domain(user, account);
    ArrayNode roles = json.putArray("roles");
    if (account.administrator()) {
      roles.addObject().put("id", "0").put("name", "te_admin");
    }
    Project project = token.scope() instanceof Scope.OfProject of ? of.project() : null;
    if (project != null) {
      ObjectNode node = json.putObject("project");
      node.put("id", project.id()).put("name", project.name());
      domain(node, account);
    } else if (token.scope() instanceof Scope.OfDomain) {
      domain(json, account);
    }
    if (withCatalog) {
      json.set("catalog", Catalog.of(endpoint, account, project));
    }
    return body;
  }

  private static void domain(ObjectNode parent, Account account) {
    parent.putObject("domain").put("id", account.domainId()).put("name", account.domainName());
  }
}
