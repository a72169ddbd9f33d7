"""The vendor's Python SDK: signing with an access key, in each of its forms."""

import json
import unittest
from datetime import datetime, timezone

from huaweicloudsdkcbr.v1 import model
from huaweicloudsdkcbr.v1.cbr_client import CbrClient
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException, SdkException
from huaweicloudsdkcore.region.region import Region

from world import ACCOUNT, ENDPOINT, PROJECT, SERVER, SERVER_TYPE, eventually


def credentials(project_id=None):
    keys = BasicCredentials(ACCOUNT["access_key"], ACCOUNT["secret_key"], project_id)
    return keys.with_iam_endpoint(ENDPOINT)


def client():
    return (
        CbrClient.new_builder()
        .with_credentials(credentials(PROJECT["id"]))
        .with_endpoint(ENDPOINT)
        .build()
    )


def vault(name, **more):
    billing = model.BillingCreate(
        consistent_level="crash_consistent", object_type="server", protect_type="backup", size=50
    )
    made = model.VaultCreate(name=name, billing=billing, **{"resources": [], **more})
    return model.CreateVaultRequest(model.VaultCreateReq(made))


class WithoutAProjectId(unittest.TestCase):
    """A client that is given a region looks its project up by that region's name."""

    def of_region(self, keys, region, service=None):
        builder = CbrClient.new_builder().with_credentials(keys).with_region(region)
        # What clients of services that demand a derived key do when they make their builder.
        return builder._with_derived_auth_service_name(service).build()

    def test_finds_its_project_by_the_region(self):
        found = self.of_region(credentials(), Region(PROJECT["region"], ENDPOINT))
        projects = {v.project_id for v in found.list_vault(model.ListVaultRequest()).vaults}
        self.assertLessEqual(projects, {PROJECT["id"]})

    def test_tells_that_a_region_has_no_project(self):
        with self.assertRaises(SdkException):
            self.of_region(credentials(), Region("nowhere", ENDPOINT))

    def test_signs_with_a_derived_key(self):
        default = BasicCredentials.get_default_derived_predicate()
        signed = []

        def derived(request):
            signed.append(default(request))
            return signed[-1]

        keys = credentials().with_derived_predicate(derived)
        cbr = self.of_region(keys, Region(PROJECT["region"], ENDPOINT), "cbr")
        self.assertIsNotNone(cbr.show_summary(model.ShowSummaryRequest()).size)
        made = cbr.create_vault(vault("derived ä")).vault
        cbr.delete_vault(model.DeleteVaultRequest(made.id))
        self.assertEqual([True] * 3, signed)


class Refusals(unittest.TestCase):
    def test_carry_code_text_and_request_id(self):
        with self.assertRaises(ClientRequestException) as refused:
            client().show_vault(model.ShowVaultRequest("no such vault"))
        self.assertEqual(404, refused.exception.status_code)
        self.assertEqual("BackupService.6105", refused.exception.error_code)
        self.assertTrue(refused.exception.error_msg)
        self.assertTrue(refused.exception.request_id)

    def test_tell_a_wrong_key(self):
        keys = BasicCredentials(ACCOUNT["access_key"], "guessed", PROJECT["id"])
        guessing = CbrClient.new_builder().with_credentials(keys).with_endpoint(ENDPOINT).build()
        with self.assertRaises(ClientRequestException) as refused:
            guessing.show_summary(model.ShowSummaryRequest())
        self.assertEqual(
            (401, "APIGW.0301"), (refused.exception.status_code, refused.exception.error_code)
        )


class Vaults(unittest.TestCase):
    def setUp(self):
        self.cbr = client()

    def test_are_made_shown_changed_listed_and_deleted(self):
        made = self.cbr.create_vault(
            vault(
                "python ä",
                description="d",
                tags=[model.Tag("k", "v")],
                bind_rules=model.VaultBindRules([model.BindRulesTags("k", "v")]),
                auto_bind=True,
                threshold=70,
            )
        ).vault
        self.assertEqual("python ä", made.name)
        self.assertEqual((50, 0, 0), (made.billing.size, made.billing.used, made.billing.allocated))
        self.assertEqual(
            ("post_paid", "public"), (made.billing.charging_mode, made.billing.cloud_type)
        )
        self.assertEqual([("k", "v")], [(t.key, t.value) for t in made.tags])
        self.assertEqual("0", made.enterprise_project_id)

        change = model.VaultUpdate(name="renamed", billing=model.BillingUpdate(size=60))
        changed = self.cbr.update_vault(
            model.UpdateVaultRequest(made.id, model.VaultUpdateReq(change))
        ).vault
        shown = self.cbr.show_vault(model.ShowVaultRequest(made.id)).vault
        self.assertEqual(changed.to_dict(), shown.to_dict())
        self.assertEqual(("renamed", 60, 70), (shown.name, shown.billing.size, shown.threshold))

        listed = self.cbr.list_vault(
            model.ListVaultRequest(id=[made.id, "other"], limit=1, offset=0)
        )
        self.assertEqual([shown.to_dict()], [one.to_dict() for one in listed.vaults])
        self.assertEqual((1, 1, 0), (listed.count, listed.limit, listed.offset))
        summary = self.cbr.show_summary(model.ShowSummaryRequest())
        self.assertGreaterEqual(summary.size, 60)

        self.cbr.delete_vault(model.DeleteVaultRequest(made.id))
        mine = model.ListVaultRequest(id=[made.id])
        eventually(lambda: self.cbr.list_vault(mine).vaults, lambda left: left == [])
        with self.assertRaises(ClientRequestException) as refused:
            self.cbr.show_vault(model.ShowVaultRequest(made.id))
        self.assertEqual(404, refused.exception.status_code)


class Backups(unittest.TestCase):
    def setUp(self):
        self.cbr = client()
        self.vault = self.cbr.create_vault(vault("backups")).vault.id
        self.addCleanup(self.remove)
        server = model.ResourceCreate(id=SERVER, type=SERVER_TYPE)
        self.assertEqual([SERVER], self.add(server))

    def add(self, resource):
        return self.cbr.add_vault_resource(
            model.AddVaultResourceRequest(self.vault, model.VaultAddResourceReq([resource]))
        ).add_resource_ids

    def remove(self):
        removed = self.cbr.remove_vault_resource(
            model.RemoveVaultResourceRequest(self.vault, model.VaultRemoveResourceReq([SERVER]))
        ).remove_resource_ids
        self.assertEqual([SERVER], removed)
        self.cbr.delete_vault(model.DeleteVaultRequest(self.vault))

    def complete(self, checkpoint):
        ask = model.ShowCheckpointRequest(checkpoint)
        return eventually(
            lambda: self.cbr.show_checkpoint(ask).checkpoint,
            lambda point: point.status != "protecting",
        )

    def succeeded(self, task):
        log = eventually(
            lambda: self.cbr.show_op_log(model.ShowOpLogRequest(task)).operation_log,
            lambda log: log.status not in ("waiting", "running"),
        )
        self.assertEqual("success", log.status, log)
        return log

    def test_are_made_found_renamed_restored_moved_and_deleted(self):
        parameters = model.CheckpointParam(
            name="point",
            description="d",
            resource_details=[model.Resource(id=SERVER, type=SERVER_TYPE)],
        )
        request = model.VaultBackupReq(model.VaultBackup(parameters, self.vault))
        made = self.cbr.create_checkpoint(model.CreateCheckpointRequest(request)).checkpoint
        self.assertEqual("protecting", made.status)
        point = self.complete(made.id)
        self.assertEqual("available", point.status)
        self.assertEqual([SERVER], [resource.id for resource in point.vault.resources])

        listed = self.cbr.list_backups(model.ListBackupsRequest(checkpoint_id=made.id))
        self.assertEqual(1, listed.count)
        backup = self.cbr.show_backup(model.ShowBackupRequest(listed.backups[0].id)).backup
        metadata = self.cbr.show_metadata(model.ShowMetadataRequest(backup.id))
        self.assertEqual(SERVER, json.loads(metadata.server)["server"]["id"])
        self.assertEqual(2, len([json.loads(one) for one in metadata.volumes]))
        self.assertEqual(listed.backups[0].to_dict(), backup.to_dict())
        self.assertLessEqual(datetime.fromisoformat(backup.created_at), datetime.now(timezone.utc))
        self.assertEqual(("available", SERVER), (backup.status, backup.resource_id))
        self.assertFalse(backup.incremental)
        self.assertEqual(2, len(backup.children))
        self.assertEqual(made.id, backup.checkpoint_id)

        rename = model.BackupUpdateReq(model.BackupUpdate("neu ä"))
        renamed = self.cbr.update_backup(model.UpdateBackupRequest(backup.id, rename)).backup
        self.assertEqual("neu ä", renamed.name)

        self.logs_tell_of(backup)
        self.usage_counts(backup)
        self.restores(backup)
        self.moves(backup)
        self.deletes(backup)

    def logs_tell_of(self, backup):
        listed = self.cbr.list_op_logs(
            model.ListOpLogsRequest(vault_id=self.vault, operation_type="backup", status="success")
        )
        self.assertEqual(1, listed.count)
        log = self.cbr.show_op_log(
            model.ShowOpLogRequest(listed.operation_logs[0].id)
        ).operation_log
        self.assertEqual(backup.id, log.extra_info.backup.backup_id)
        self.assertEqual(100, log.extra_info.common.progress)

    def usage_counts(self, backup):
        # Counted by another service, which follows a little later.
        usage = eventually(
            lambda: self.cbr.show_storage_usage(model.ShowStorageUsageRequest(resource_id=SERVER)),
            lambda usage: usage.resource_count == 1,
        )
        self.assertEqual(SERVER, usage.storage_usage[0].resource_id)
        self.assertEqual(backup.resource_type, usage.storage_usage[0].resource_type)

    def restores(self, backup):
        restore = model.BackupRestoreReq(model.BackupRestore(server_id=SERVER, power_on=True))
        answer = self.cbr.restore_backup(model.RestoreBackupRequest(backup.id, restore))
        self.assertEqual(202, answer.status_code)
        tasks = self.cbr.list_op_logs(
            model.ListOpLogsRequest(vault_id=self.vault, operation_type="restore")
        ).operation_logs
        log = self.succeeded(tasks[0].id)
        self.assertEqual(SERVER, log.extra_info.restore.target_resource_id)

    def moves(self, backup):
        left = self.vault
        other = self.cbr.create_vault(vault("moved into")).vault.id
        asked = model.VaultMigrateResourceReq(destination_vault_id=other, resource_ids=[SERVER])
        moved = self.cbr.migrate_vault_resource(model.MigrateVaultResourceRequest(left, asked))
        self.assertEqual([SERVER], moved.migrated_resources)
        self.vault = other
        for kind in ("copy", "delete"):
            of_kind = model.ListOpLogsRequest(vault_id=left, operation_type=kind)
            logs = eventually(
                lambda: self.cbr.list_op_logs(of_kind).operation_logs, lambda found: found != []
            )
            self.succeeded(logs[0].id)
        shown = self.cbr.show_backup(model.ShowBackupRequest(backup.id)).backup
        self.assertEqual(other, shown.vault_id)
        self.cbr.delete_vault(model.DeleteVaultRequest(left))

    def deletes(self, backup):
        self.cbr.delete_backup(model.DeleteBackupRequest(backup.id))
        mine = model.ListBackupsRequest(vault_id=self.vault)
        eventually(lambda: self.cbr.list_backups(mine).backups, lambda left: left == [])
        with self.assertRaises(ClientRequestException) as refused:
            self.cbr.show_checkpoint(model.ShowCheckpointRequest(backup.checkpoint_id))
        self.assertEqual(404, refused.exception.status_code)


class Policies(unittest.TestCase):
    PATTERN = "FREQ=DAILY;INTERVAL=1;BYHOUR=06;BYMINUTE=00"

    def setUp(self):
        self.cbr = client()

    def create(self, operation_type, **definition):
        properties = model.PolicyTriggerPropertiesReq([self.PATTERN], start_window_minutes=120)
        policy = model.PolicyCreate(
            name="python_policy",
            operation_type=operation_type,
            operation_definition=model.PolicyoODCreate(**definition),
            trigger=model.PolicyTriggerReq(properties),
        )
        made = self.cbr.create_policy(model.CreatePolicyRequest(model.PolicyCreateReq(policy)))
        self.addCleanup(self.delete, made.policy.id)
        return made.policy

    def delete(self, policy):
        try:
            self.cbr.delete_policy(model.DeletePolicyRequest(policy))
        except ClientRequestException as gone:
            self.assertEqual(404, gone.status_code)

    def test_are_made_shown_listed_changed_and_deleted(self):
        weekly = model.PolicyWeeklyRetentionRules(
            days_of_week=["MO"], retention_duration_periods=4
        )
        rules = model.PolicyAdvancedRetentionRules(weekly_retention_rules=weekly)
        made = self.create("backup", max_backups=7, advanced_retention_rules=rules)
        self.assertEqual([self.PATTERN], made.trigger.properties.pattern)
        self.assertEqual(120, made.trigger.properties.start_window_minutes)
        kept = made.operation_definition
        self.assertEqual((7, None), (kept.max_backups, kept.day_backups))
        self.assertEqual(rules.to_dict(), kept.advanced_retention_rules.to_dict())
        shown = self.cbr.show_policy(model.ShowPolicyRequest(made.id)).policy
        self.assertEqual(made.to_dict(), shown.to_dict())

        window = model.PolicyTriggerPropertiesUpdateReq(start_window_minutes=60)
        change = model.PolicyUpdate(enabled=False, trigger=model.PolicyTriggerUpdateReq(window))
        changed = self.cbr.update_policy(
            model.UpdatePolicyRequest(made.id, model.PolicyUpdateReq(change))
        ).policy
        self.assertEqual([self.PATTERN], changed.trigger.properties.pattern)
        self.assertEqual(60, changed.trigger.properties.start_window_minutes)
        self.assertEqual((False, "python_policy"), (changed.enabled, changed.name))
        listed = self.cbr.list_policies(model.ListPoliciesRequest(operation_type="backup"))
        self.assertIn(changed.to_dict(), [one.to_dict() for one in listed.policies])

        self.cbr.delete_policy(model.DeletePolicyRequest(made.id))
        with self.assertRaises(ClientRequestException) as refused:
            self.cbr.show_policy(model.ShowPolicyRequest(made.id))
        self.assertEqual("BackupService.6000", refused.exception.error_code)

    def test_of_an_organization_reach_every_project(self):
        properties = model.PolicyTriggerPropertiesReq([self.PATTERN])
        wanted = model.OrganizationPolicyCreate(
            name="everywhere",
            operation_type="backup",
            policy_name="python_policy",
            policy_enabled=False,
            policy_operation_definition=model.PolicyoODCreate(max_backups=3),
            policy_trigger=model.PolicyTriggerReq(properties),
        )
        made = self.cbr.create_organization_policy(
            model.CreateOrganizationPolicyRequest(model.OrganizationPolicyCreateReq(wanted))
        ).policy
        show = model.ShowOrganizationPolicyRequest(made.id)
        detail = model.ListOrganizationPolicyDetailRequest(made.id)
        remove = model.DeleteOrganizationPolicyRequest(made.id)
        try:
            eventually(
                lambda: self.cbr.show_organization_policy(show).policy.status,
                lambda status: status == "available",
            )
            delivered = self.cbr.list_organization_policy_detail(detail).policies
            self.assertEqual({"available"}, {one.status for one in delivered})
            mine = [one.policy_id for one in delivered if one.project_id == PROJECT["id"]]
            policy = self.cbr.show_policy(model.ShowPolicyRequest(mine[0])).policy
            self.assertEqual(3, policy.operation_definition.max_backups)
            change = model.OrganizationPolicyUpdate(name="renamed")
            renamed = self.cbr.update_organization_policy(
                model.UpdateOrganizationPolicyRequest(
                    made.id, model.OrganizationPolicyUpdateReq(change)
                )
            ).policy
            self.assertEqual("renamed", renamed.name)
            every = model.ListOrganizationPoliciesRequest(operation_type="backup")
            listed = self.cbr.list_organization_policies(every).policies
            self.assertIn(made.id, [one.id for one in listed])
        finally:
            self.cbr.delete_organization_policy(remove)
        with self.assertRaises(ClientRequestException) as refused:
            self.cbr.show_organization_policy(show)
        self.assertEqual("BackupService.6000", refused.exception.error_code)

    def test_are_applied_to_a_vault_and_removed(self):
        backups = self.create("backup", retention_duration_days=1).id
        copies = self.create("replication", destination_region="elsewhere").id
        holder = self.cbr.create_vault(vault("policies", backup_policy_id=backups)).vault.id
        self.addCleanup(self.cbr.delete_vault, model.DeleteVaultRequest(holder))
        mine = model.ListPoliciesRequest(vault_id=holder)
        eventually(
            lambda: [one.id for one in self.cbr.list_policies(mine).policies],
            lambda ids: ids == [backups],
        )
        both = model.VaultAssociate(add_policy_ids=[copies, backups], destination_vault_id="far")
        applied = self.cbr.associate_vault_policy(
            model.AssociateVaultPolicyRequest(holder, both)
        ).associate_policy
        self.assertEqual((copies, "far"), (applied.policy_id, applied.destination_vault_id))
        listed = self.cbr.list_policies(mine).policies
        self.assertEqual({backups, copies}, {one.id for one in listed})
        removal = model.DisassociateVaultPolicyRequest(holder, model.VaultDissociate(backups))
        removed = self.cbr.disassociate_vault_policy(removal).dissociate_policy
        self.assertEqual((holder, backups), (removed.vault_id, removed.policy_id))
        self.assertEqual([copies], [one.id for one in self.cbr.list_policies(mine).policies])


class Inventory(unittest.TestCase):
    def test_shows_servers_and_disks(self):
        cbr = client()
        servers = cbr.list_protectable(
            model.ListProtectableRequest(protectable_type="server", id=SERVER)
        ).instances
        self.assertEqual([SERVER], [one.id for one in servers])
        shown = cbr.show_protectable(model.ShowProtectableRequest(SERVER, "server")).instance
        self.assertEqual(servers[0].to_dict(), shown.to_dict())
        of_server = model.ListProtectableRequest(protectable_type="disk", server_id=SERVER)
        disks = cbr.list_protectable(of_server).instances
        self.assertEqual({d["id"] for d in shown.children}, {d.id for d in disks})

    def test_says_whether_an_agent_runs_and_where_backups_may_be_copied(self):
        cbr = client()
        asked = model.ProtectableAgentStatusResource(
            resource_id=SERVER, resource_type=SERVER_TYPE
        )
        status = cbr.check_agent(
            model.CheckAgentRequest(model.ProtectableAgentReq([asked]))
        ).agent_status[0]
        self.assertEqual((SERVER, False), (status.resource_id, status.installed))
        regions = cbr.show_replication_capabilities(model.ShowReplicationCapabilitiesRequest())
        self.assertEqual([], regions.regions)


class Projects(unittest.TestCase):
    def test_are_those_of_the_domain(self):
        cbr = client()
        names = {p["name"] for p in ACCOUNT["projects"]}
        listed = cbr.list_projects(model.ListProjectsRequest()).projects
        self.assertEqual(names, {p.name for p in listed})
        domain = cbr.list_domain_projects(
            model.ListDomainProjectsRequest(ACCOUNT["domain"])
        ).projects
        self.assertEqual(names, {p.project_name for p in domain})
        shown = cbr.show_domain(model.ShowDomainRequest(PROJECT["id"]))
        self.assertEqual(ACCOUNT["domain_id"], shown.domain_id)


if __name__ == "__main__":
    unittest.main()
