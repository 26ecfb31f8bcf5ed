package io.kehu.auth.role;

import java.util.List;

import io.kehu.auth.right.Grant;
import io.kehu.auth.right.Rights;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a client may say of a role: the body of a create and of a bulk line, and what a
 * merge patch is applied to.
 *
 * @param name the name that tokens carry, which never changes
 * @param description what the role is for
 * @param secondFactorRequired whether whoever holds it must have a second factor; not
 * said is no
 * @param permissions what it permits, each as {@code resource:action}, or with
 * {@code :own} or {@code :team} behind
 */
record RoleDetails(@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,62}") String name,
		@NotNull @Size(max = 500) String description, Boolean secondFactorRequired,
		@Size(max = 200) List<@NotNull @Pattern(regexp = Grant.SHAPE) String> permissions)
		implements
			KeyedDetails<RoleDetails> {

	RoleDetails {
		description = (description != null) ? description.strip() : "";
		secondFactorRequired = Boolean.TRUE.equals(secondFactorRequired);
		permissions = (permissions != null) ? permissions : List.of();
	}

	/** No other system knows a role. */
	@Override
	public List<ExternalId> externalIds() {
		return List.of();
	}

	@Override
	public RoleDetails with(List<ExternalId> externalIds) {
		return this;
	}

	/**
	 * The same with each permission once, with its widest scope, in the order in which
	 * they are stored.
	 */
	RoleDetails settled() {
		return new RoleDetails(this.name, this.description, this.secondFactorRequired,
				Rights.anywhere(grants()).grants());
	}

	/** What the permissions say. */
	List<Grant> grants() {
		return this.permissions.stream().map(Grant::parse).toList();
	}

}
