package io.kehu.auth.user;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.record.ExternalId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bulk load of users: {@link UserDetails} and optionally the password hash of
 * a legacy system.
 *
 * @param passwordHash the hash for a new user; existing users keep their password
 */
record ImportedUser(@NotNull @Pattern(regexp = UserDetails.USERNAME) String username,
		@Size(max = 200) String displayName, @Nullable @Size(max = 254) @Email(regexp = UserDetails.EMAIL) String email,
		@Nullable @Pattern(regexp = UserDetails.LOCALE) String locale,
		@Size(max = 20) List<@NotBlank @Size(max = 63) String> roles, @Size(max = 100) List<@NotNull UUID> teamIds,
		@Size(max = 20) List<@NotNull @Valid ExternalId> externalIds, @Nullable @Valid ImportedHash passwordHash) {

	ImportedUser {
		UserDetails details = new UserDetails(username, displayName, email, locale, roles, teamIds, externalIds);
		username = details.username();
		displayName = details.displayName();
		email = details.email();
		roles = details.roles();
		teamIds = details.teamIds();
		externalIds = details.externalIds();
	}

	/** Returns the line without the hash. */
	UserDetails details() {
		return new UserDetails(this.username, this.displayName, this.email, this.locale, this.roles, this.teamIds,
				this.externalIds);
	}

}
