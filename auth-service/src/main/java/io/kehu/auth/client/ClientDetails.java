package io.kehu.auth.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.auth.key.SigningAlgorithm;
import io.kehu.auth.right.Grant;
import io.kehu.auth.right.Rights;
import io.kehu.platform.json.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a partner client: the body of a create request and of a
 * bulk line, and the target of a merge patch.
 *
 * @param name the display name
 * @param roles the names of the roles
 * @param permissions the permissions that the client is limited to; empty for all
 * permissions of its roles
 * @param teamIds the ids of the teams
 * @param addressRanges the addresses from which tokens may be requested, as single
 * addresses or in CIDR notation; empty for any
 * @param redirectUris the redirect URIs for the authorization code flow; empty for a
 * client that acts only for itself
 * @param postLogoutRedirectUris the URIs to which users may be sent after a logout that
 * the client has requested
 * @param idTokenSignedResponseAlg the algorithm that ID tokens are signed with; RS256 by
 * default, as OpenID Connect defines
 * @param proofKeyRequired whether authorization requests need a proof key (PKCE); true by
 * default. False is for clients that check the nonce of ID tokens instead
 * @param expiresAt the time at which the client expires, or null
 */
record ClientDetails(@NotBlank @Size(max = 200) String name, @Size(max = 20) List<@NotBlank String> roles,
		@Size(max = 200) List<@NotNull @Pattern(regexp = Grant.SHAPE) String> permissions,
		@Size(max = 100) List<@NotNull UUID> teamIds,
		@Size(max = 100) List<@NotNull @AddressRange String> addressRanges,
		@Size(max = 10) List<@NotNull @RedirectAddress String> redirectUris,
		@Size(max = 10) List<@NotNull @RedirectAddress String> postLogoutRedirectUris,
		SigningAlgorithm idTokenSignedResponseAlg, Boolean proofKeyRequired, @Nullable Instant expiresAt) {

	ClientDetails {
		name = Texts.visible(name);
		roles = (roles != null) ? roles.stream().distinct().toList() : List.of();
		permissions = (permissions != null) ? permissions : List.of();
		teamIds = (teamIds != null) ? teamIds.stream().distinct().toList() : List.of();
		addressRanges = (addressRanges != null) ? addressRanges.stream().distinct().toList() : List.of();
		redirectUris = (redirectUris != null) ? redirectUris.stream().distinct().toList() : List.of();
		postLogoutRedirectUris = (postLogoutRedirectUris != null) ? postLogoutRedirectUris.stream().distinct().toList()
				: List.of();
		idTokenSignedResponseAlg = (idTokenSignedResponseAlg != null) ? idTokenSignedResponseAlg
				: SigningAlgorithm.RS256;
		proofKeyRequired = (proofKeyRequired != null) ? proofKeyRequired : true;
	}

	/** Returns the parsed permissions. */
	List<Grant> grants() {
		return this.permissions.stream().map(Grant::parse).toList();
	}

	/** Returns these details in stored order, for comparison with the stored ones. */
	ClientDetails settled() {
		return new ClientDetails(this.name, this.roles.stream().sorted().toList(), Rights.anywhere(grants()).grants(),
				this.teamIds.stream().sorted().toList(), this.addressRanges, this.redirectUris,
				this.postLogoutRedirectUris, this.idTokenSignedResponseAlg, this.proofKeyRequired, this.expiresAt);
	}

}
