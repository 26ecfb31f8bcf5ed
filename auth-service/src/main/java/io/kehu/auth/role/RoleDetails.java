package io.kehu.auth.role;

import java.util.List;
import java.util.Objects;

import io.kehu.auth.right.Grant;
import io.kehu.auth.right.Rights;
import io.kehu.platform.json.Texts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The client-writable fields of a role.
 *
 * @param name the immutable name that appears in tokens
 * @param description the purpose of the role
 * @param secondFactorRequired whether holders must have a second factor; false by default
 * @param permissions the permissions, each as {@code resource:action}, optionally
 * followed by {@code :own} or {@code :team}
 */
record RoleDetails(@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,62}") String name, @Size(max = 500) String description,
		Boolean secondFactorRequired,
		@Size(max = 200) List<@NotNull @Pattern(regexp = Grant.SHAPE) String> permissions) {

	RoleDetails {
		description = Objects.requireNonNullElse(Texts.orNull(description), "");
		secondFactorRequired = Boolean.TRUE.equals(secondFactorRequired);
		permissions = (permissions != null) ? permissions : List.of();
	}

	/** Returns these details with each permission once, in its widest scope. */
	RoleDetails settled() {
		return new RoleDetails(this.name, this.description, this.secondFactorRequired,
				Rights.anywhere(grants()).grants());
	}

	/** Returns the parsed permissions. */
	List<Grant> grants() {
		return this.permissions.stream().map(Grant::parse).toList();
	}

}
