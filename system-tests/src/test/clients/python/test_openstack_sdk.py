"""Clients built on openstacksdk: endpoints from the catalogue, by password and by token."""

import unittest

import openstack
from openstack import exceptions
from otcextensions import sdk as extensions

from world import ACCOUNT, ENDPOINT, PROJECT, SERVER, SERVER_TYPE, eventually


def connect(auth_type, **auth):
    connection = openstack.connect(
        auth_type=auth_type,
        region_name=PROJECT["region"],
        load_yaml_config=False,
        load_envvars=False,
        auth={"auth_url": ENDPOINT + "/v3", **auth},
    )
    extensions.load(connection)
    return connection


def by_password(**scope):
    return connect(
        "password",
        username=ACCOUNT["user"],
        user_domain_name=ACCOUNT["domain"],
        **{"password": ACCOUNT["password"], **scope},
    )


def vault(cbr, name, **more):
    billing = {
        "object_type": "server",
        "protect_type": "backup",
        "size": 50,
        "consistent_level": "crash_consistent",
    }
    return cbr.create_vault(name=name, billing=billing, resources=[], **more)


class Logins(unittest.TestCase):
    def test_by_password_find_the_project_by_its_name(self):
        connection = by_password(
            project_name=PROJECT["name"], project_domain_name=ACCOUNT["domain"]
        )
        self.assertEqual(PROJECT["id"], connection.current_project_id)
        list(connection.cbr.vaults())

    def test_by_token_reach_the_same_vaults(self):
        first = by_password(project_id=PROJECT["id"])
        made = vault(first.cbr, "by token")
        second = connect("token", token=first.auth_token, project_id=PROJECT["id"])
        self.assertEqual(made.name, second.cbr.get_vault(made.id).name)
        second.cbr.delete_vault(made.id)

    def test_ask_for_a_domain_and_list_its_projects(self):
        identity = by_password(domain_name=ACCOUNT["domain"]).identity
        self.assertEqual(
            {p["name"] for p in ACCOUNT["projects"]}, {p.name for p in identity.projects()}
        )
        self.assertEqual(PROJECT["id"], identity.find_project(PROJECT["name"]).id)

    def test_fail_with_a_wrong_password(self):
        with self.assertRaisesRegex(exceptions.SDKException, "The username or password is wrong"):
            by_password(project_id=PROJECT["id"], password="guessed")


class Vaults(unittest.TestCase):
    def setUp(self):
        self.cbr = by_password(project_id=PROJECT["id"]).cbr

    def test_are_found_by_name_and_by_id(self):
        made = vault(self.cbr, "findable")
        self.addCleanup(self.cbr.delete_vault, made.id)
        self.assertEqual(made.id, self.cbr.find_vault("findable").id)
        self.assertEqual(made.id, self.cbr.find_vault(made.id).id)
        self.assertIsNone(self.cbr.find_vault("nobody's vault"))
        with self.assertRaises(exceptions.NotFoundException):
            self.cbr.find_vault("nobody's vault", ignore_missing=False)

    def test_come_in_pages_until_the_last(self):
        made = {vault(self.cbr, f"page {number}").id for number in range(5)}
        for one in made:
            self.addCleanup(self.cbr.delete_vault, one)
        paged = [one.id for one in self.cbr.vaults(limit=2)]
        self.assertEqual(len(paged), len(set(paged)))
        self.assertLessEqual(made, set(paged))

    def test_are_changed_and_deleted(self):
        tags = [{"key": "k", "value": "v"}]
        made = vault(
            self.cbr,
            "mutable ä",
            tags=tags,
            description="d",
            auto_bind=True,
            bind_rules={"tags": tags},
        )
        changed = self.cbr.update_vault(made, name="changed", billing={"size": 60})
        shown = self.cbr.get_vault(made.id)
        self.assertEqual(
            ("changed", 60, "d", tags),
            (shown.name, shown.billing.size, shown.description, shown.tags),
        )
        self.assertEqual(changed.name, shown.name)
        self.assertEqual({"tags": tags}, shown.bind_rules)
        self.cbr.delete_vault(made.id)
        eventually(lambda: self.cbr.find_vault(made.id), lambda found: found is None)
        self.cbr.delete_vault(made.id)  # missing is as good as deleted


class Volumes(unittest.TestCase):
    def setUp(self):
        self.connection = by_password(project_id=PROJECT["id"])
        self.disks = self.connection.block_storage

    def test_are_made_found_protected_and_deleted(self):
        made = self.disks.create_volume(name="stack disk", size=2, volume_type="SSD")
        ready = self.disks.wait_for_status(made, status="available", interval=0.2, wait=30)
        self.assertEqual(("stack disk", 2), (ready.name, ready.size))
        self.assertEqual(made.id, self.disks.find_volume("stack disk").id)
        self.assertIn(made.id, {one.id for one in self.disks.volumes(limit=1)})
        cbr = self.connection.cbr
        billing = {"object_type": "disk", "protect_type": "backup", "size": 50}
        holder = cbr.create_vault(
            name="holds a disk",
            billing={**billing, "consistent_level": "crash_consistent"},
            resources=[{"id": made.id, "type": "OS::Cinder::Volume"}],
        )
        self.assertEqual([made.id], [one.id for one in cbr.get_vault(holder.id).resources])
        point = cbr.create_checkpoint(vault_id=holder.id, parameters={"name": "disk-point"})
        self.assertEqual("available", cbr.wait_for_checkpoint(point, interval=0.2).status)
        backup = next(cbr.backups(checkpoint_id=point.id))
        self.assertEqual((made.id, 2), (backup.resource_id, backup.resource_size))
        cbr.restore_data(backup.id, volume_id=made.id)
        eventually(
            lambda: [task.status for task in cbr.tasks(vault_id=holder.id) if task.operation_type == "restore"],
            lambda found: found == ["success"],
        )
        cbr.delete_backup(backup.id)
        eventually(lambda: list(cbr.backups(vault_id=holder.id)), lambda left: left == [])
        self.disks.delete_volume(made.id)
        self.assertIsNone(self.disks.find_volume(made.id))
        cbr.delete_vault(holder.id)


class Policies(unittest.TestCase):
    def setUp(self):
        self.cbr = by_password(project_id=PROJECT["id"]).cbr

    def create(self, name):
        pattern = "FREQ=WEEKLY;BYDAY=MO,TU;BYHOUR=20;BYMINUTE=00"
        made = self.cbr.create_policy(
            name=name,
            operation_type="backup",
            enabled=True,
            operation_definition={"day_backups": 1, "max_backups": -1, "timezone": "UTC+08:00"},
            trigger={"properties": {"pattern": [pattern]}},
        )
        self.addCleanup(self.cbr.delete_policy, made.id)
        self.assertEqual([pattern], made.trigger.properties.pattern)
        return made

    def test_are_found_by_name_and_come_in_pages_until_the_last(self):
        made = {self.create(f"stack-{number}").id for number in range(3)}
        self.assertIn(self.cbr.find_policy("stack-1").id, made)
        self.assertIsNone(self.cbr.find_policy("nobody's policy"))
        paged = [one.id for one in self.cbr.policies(limit=2)]
        self.assertEqual(len(paged), len(set(paged)))
        self.assertLessEqual(made, set(paged))

    def test_are_changed_bound_and_unbound(self):
        made = self.create("stack-mutable")
        changed = self.cbr.update_policy(made, name="stack-changed", enabled=False)
        self.assertEqual(("stack-changed", False), (changed.name, changed.enabled))
        holder = vault(self.cbr, "bound").id
        self.addCleanup(self.cbr.delete_vault, holder)
        self.cbr.bind_policy(holder, made.id)
        self.assertEqual([made.id], [one.id for one in self.cbr.policies(vault_id=holder)])
        shown = self.cbr.get_policy(made.id)
        self.assertEqual([holder], [one.vault_id for one in shown.associated_vaults])
        self.cbr.unbind_policy(holder, made.id)
        self.assertEqual([], list(self.cbr.policies(vault_id=holder)))


class Backups(unittest.TestCase):
    def setUp(self):
        self.cbr = by_password(project_id=PROJECT["id"]).cbr
        self.vault = vault(self.cbr, "stack backups").id
        self.addCleanup(self.remove)
        associated = self.cbr.associate_resources(self.vault, [{"id": SERVER, "type": SERVER_TYPE}])
        self.assertEqual({"add_resource_ids": [SERVER]}, associated.json())

    def remove(self):
        removed = self.cbr.dissociate_resources(self.vault, [SERVER])
        self.assertEqual({"remove_resource_ids": [SERVER]}, removed.json())
        self.cbr.delete_vault(self.vault)

    def point(self, name):
        made = self.cbr.create_checkpoint(
            vault_id=self.vault, parameters={"name": name, "resources": [SERVER]}
        )
        return self.cbr.wait_for_checkpoint(made, interval=0.2)

    def succeeded(self, **which):
        def newest():
            return next(
                (task for task in self.cbr.tasks() if which.items() <= task.to_dict().items()), None
            )

        task = eventually(
            newest, lambda found: found and found.status not in ("waiting", "running")
        )
        self.assertEqual("success", self.cbr.get_task(task.id).status)
        return task

    def test_are_made_listed_restored_and_deleted(self):
        first, second = self.point("stack-first"), self.point("stack-second")
        self.assertEqual("available", second.status)
        self.assertEqual("stack-first", self.cbr.get_checkpoint(first.id).extra_info.name)

        newest_first = [one.checkpoint_id for one in self.cbr.backups(vault_id=self.vault, limit=1)]
        self.assertEqual([second.id, first.id], newest_first)
        backup = next(self.cbr.backups(checkpoint_id=first.id))
        self.assertEqual(SERVER, backup.resource_id)
        self.assertEqual(2, len(backup.children))
        self.assertEqual(backup.id, self.cbr.find_backup(backup.name).id)
        self.assertEqual(backup.id, self.cbr.get_backup(backup.id).id)

        self.cbr.restore_data(backup.id, server_id=SERVER, mappings=[], power_on=True)
        restore = self.succeeded(vault_id=self.vault, operation_type="restore")
        self.assertEqual(backup.id, self.cbr.get_task(restore.id).extra_info.restore.backup_id)

        for one in list(self.cbr.backups(vault_id=self.vault)):
            self.cbr.delete_backup(one.id)
        eventually(lambda: list(self.cbr.backups(vault_id=self.vault)), lambda left: left == [])


if __name__ == "__main__":
    unittest.main()
