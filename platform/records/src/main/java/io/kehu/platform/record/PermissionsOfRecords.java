package io.kehu.platform.record;

import java.util.Collection;
import java.util.stream.Stream;

import io.kehu.platform.permission.AnnouncedPermission;

import org.springframework.aop.support.AopUtils;

/**
 * Describes the permissions of one kind of record, named as in its path.
 */
final class PermissionsOfRecords {

	private PermissionsOfRecords() {
	}

	static Collection<AnnouncedPermission> of(RecordController<?, ?> controller) {
		RecordPermissions permissions = controller.requires();
		String path = RecordController.path(AopUtils.getTargetClass(controller));
		String records = path.substring(path.lastIndexOf('/') + 1).replace('-', ' ');
		boolean separate = !permissions.delete().equals(permissions.write());
		return Stream.concat(
				Stream.of(permission(permissions, permissions.read(), "See " + records),
						permission(permissions, permissions.write(),
								(separate ? "Create and change " : "Create, change and delete ") + records)),
				separate ? Stream.of(permission(permissions, permissions.delete(), "Delete and restore " + records))
						: Stream.of())
			.toList();
	}

	private static AnnouncedPermission permission(RecordPermissions permissions, String name, String description) {
		return new AnnouncedPermission(name, description, permissions.scoped(), permissions.grantedLike());
	}

}
