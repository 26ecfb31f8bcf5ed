package io.kehu.auth.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.auth.right.Grant;
import io.kehu.auth.right.Rights;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator may say of a partner's program: the body of a create and of a
 * bulk line, and what a merge patch is applied to.
 *
 * @param name what people know it by
 * @param roles the names of its roles
 * @param permissions of what the roles permit, all that it may do; none: all of it
 * @param teamIds the teams that it belongs to
 * @param addressRanges from where it may ask for tokens, as addresses or in CIDR
 * notation; none: from everywhere
 * @param redirectUris where people who let it act for them are led back to with a code;
 * none: it acts for itself alone
 * @param expiresAt until when it may be used, or null
 */
record ClientDetails(@NotBlank @Size(max = 200) String name, @Size(max = 20) List<@NotBlank String> roles,
		@Size(max = 200) List<@NotNull @Pattern(regexp = Grant.SHAPE) String> permissions,
		@Size(max = 100) List<@NotNull UUID> teamIds,
		@Size(max = 100) List<@NotNull @AddressRange String> addressRanges,
		@Size(max = 10) List<@NotNull @RedirectAddress String> redirectUris,
		@Nullable Instant expiresAt) implements KeyedDetails<ClientDetails> {

	ClientDetails {
		name = (name != null) ? name.strip() : null;
		roles = (roles != null) ? roles.stream().distinct().toList() : List.of();
		permissions = (permissions != null) ? permissions : List.of();
		teamIds = (teamIds != null) ? teamIds.stream().distinct().toList() : List.of();
		addressRanges = (addressRanges != null) ? addressRanges.stream().distinct().toList() : List.of();
		redirectUris = (redirectUris != null) ? redirectUris.stream().distinct().toList() : List.of();
	}

	/** No other system knows a client. */
	@Override
	public List<ExternalId> externalIds() {
		return List.of();
	}

	@Override
	public ClientDetails with(List<ExternalId> externalIds) {
		return this;
	}

	/** What the permissions say. */
	List<Grant> grants() {
		return this.permissions.stream().map(Grant::parse).toList();
	}

	/** The same in the order in which it is stored, to compare with what is. */
	ClientDetails settled() {
		return new ClientDetails(this.name, this.roles.stream().sorted().toList(), Rights.anywhere(grants()).grants(),
				this.teamIds.stream().sorted().toList(), this.addressRanges, this.redirectUris, this.expiresAt);
	}

}
