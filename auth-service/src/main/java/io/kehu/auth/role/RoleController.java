package io.kehu.auth.role;

import io.kehu.auth.right.Catalogue;
import io.kehu.auth.right.Permission;
import io.kehu.platform.query.Page;
import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.security.RecentLogin;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Roles over HTTP. Changing one changes the rights of many users, so a recent login is
 * required.
 */
@RestController
@RequestMapping("/api/v1/roles")
@RecentLogin
class RoleController extends RecordController<RoleDetails, RoleView> {

	private final Catalogue catalogue;

	RoleController(RecordStore<RoleDetails, ?, RoleView> roles, Catalogue catalogue) {
		super(roles);
		this.catalogue = catalogue;
	}

	/**
	 * Returns the permissions that roles can grant.
	 */
	@Operation(summary = "List the permissions that a role can grant")
	@GetMapping("/permissions")
	@PreAuthorize(READ)
	Page<Permission> listPermissions() {
		return Page.whole(this.catalogue.permissions());
	}

	/**
	 * Removes a permission that no service checks any longer.
	 */
	@Operation(summary = "Remove a permission that its service no longer announces")
	@DeleteMapping("/permissions/{name}")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void removePermission(@PathVariable String name) {
		this.catalogue.remove(name);
	}

}
