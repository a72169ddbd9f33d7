"""The vendor's Python SDK: tags of vaults, and vaults by their tags."""

import unittest

from huaweicloudsdkcbr.v1 import model
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException

from test_vendor_sdk import client, vault


class Tags(unittest.TestCase):
    def setUp(self):
        self.cbr = client()
        made = vault("tagged", tags=[model.Tag("made", "")])
        self.vault = self.cbr.create_vault(made).vault.id
        self.addCleanup(self.cbr.delete_vault, model.DeleteVaultRequest(self.vault))

    def change(self, action, *tags):
        body = model.BulkCreateAndDeleteVaultTagsReq(tags=list(tags), action=action)
        self.cbr.batch_create_and_delete_vault_tags(
            model.BatchCreateAndDeleteVaultTagsRequest(self.vault, body)
        )

    def tags(self):
        shown = self.cbr.show_vault_tag(model.ShowVaultTagRequest(self.vault)).tags
        return [(tag.key, tag.value) for tag in shown]

    def instances(self, **asked):
        body = model.VaultResourceInstancesReq(**asked)
        return self.cbr.show_vault_resource_instances(
            model.ShowVaultResourceInstancesRequest(body)
        )

    def test_are_added_shown_and_deleted(self):
        self.cbr.create_vault_tags(
            model.CreateVaultTagsRequest(
                self.vault, model.VaultTagsCreateReq(model.Tag("größe", "L"))
            )
        )
        self.change("create", model.Tag("größe", "XL"), model.Tag("team", "a"))
        self.assertEqual([("made", ""), ("größe", "XL"), ("team", "a")], self.tags())
        self.change("delete", model.Tag("made", ""), model.Tag("never there", ""))
        self.cbr.delete_vault_tag(model.DeleteVaultTagRequest("größe", self.vault))
        self.assertEqual([("team", "a")], self.tags())
        with self.assertRaises(ClientRequestException) as refused:
            self.cbr.delete_vault_tag(model.DeleteVaultTagRequest("a/b", self.vault))
        self.assertEqual("BackupService.6601", refused.exception.error_code)

    def test_find_vaults(self):
        self.change("create", model.Tag("p" + self.vault[:20], "v"))
        key = model.TagsReq("p" + self.vault[:20], [])
        page = self.instances(action="filter", tags=[key], limit="10", offset="0")
        self.assertEqual([self.vault], [one.resource_id for one in page.resources])
        self.assertEqual(1, self.instances(action="count", tags=[key]).total_count)
        self.assertEqual(
            0, self.instances(action="count", tags=[key], not_tags_any=[key]).total_count
        )

    def test_are_listed_of_a_project(self):
        listed = self.cbr.show_vault_project_tag(model.ShowVaultProjectTagRequest()).tags
        self.assertIn("made", [tag.key for tag in listed])

    def test_of_the_system_name_an_enterprise_project(self):
        key = "_sys_enterprise_project_id"
        body = model.BulkCreateAndDeleteVaultTagsReq(
            sys_tags=[model.SysTag(key, self.vault)], action="create"
        )
        self.cbr.batch_create_and_delete_vault_tags(
            model.BatchCreateAndDeleteVaultTagsRequest(self.vault, body)
        )
        asked = model.SysTags(key, [self.vault])
        page = self.instances(action="filter", sys_tags=[asked])
        self.assertEqual([self.vault], [one.resource_id for one in page.resources])
