package io.kehu.auth.user;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator may say of a user: the body of a create and of a bulk line, and
 * what a merge patch is applied to. Whether somebody is locked out, and their password,
 * are no part of it.
 *
 * @param username the name that they log in with, kept in lower case
 * @param displayName the name that others see, the user name when nothing is said
 * @param locale the language that they are spoken to in, such as {@code de} or
 * {@code de-CH}
 * @param roles the names of their roles
 * @param teamIds the teams that they belong to
 */
record UserDetails(@NotNull @Pattern(regexp = UserDetails.USERNAME) String username,
		@Size(max = 200) String displayName, @Nullable @Size(max = 254) @Email(regexp = UserDetails.EMAIL) String email,
		@Nullable @Pattern(regexp = UserDetails.LOCALE) String locale,
		@Size(max = 20) List<@NotBlank @Size(max = 63) String> roles, @Size(max = 100) List<@NotNull UUID> teamIds,
		@Size(max = 20) List<@NotNull @Valid ExternalId> externalIds) implements KeyedDetails<UserDetails> {

	static final String USERNAME = "[\\p{Ll}\\p{Lo}\\p{N}._@+-]{1,100}";

	static final String EMAIL = "[^\\s@\"(),:;<>\\[\\\\\\]]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\.[\\p{L}\\p{N}-]{2,}";

	static final String LOCALE = "[a-z]{2,3}(-[A-Z]{2})?";

	UserDetails {
		username = (username != null) ? normalized(username) : null;
		displayName = (displayName == null || displayName.isBlank()) ? username : displayName.strip();
		email = (email == null || email.isBlank()) ? null : email.strip();
		roles = (roles != null) ? roles.stream().distinct().toList() : List.of();
		teamIds = (teamIds != null) ? teamIds.stream().distinct().toList() : List.of();
		externalIds = (externalIds != null) ? externalIds : List.of();
	}

	/**
	 * Returns the form in which a user name is stored and compared.
	 */
	static String normalized(String username) {
		return Normalizer.normalize(username.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	@Override
	public UserDetails with(List<ExternalId> all) {
		return new UserDetails(this.username, this.displayName, this.email, this.locale, this.roles, this.teamIds, all);
	}

	/** The same in the order in which it is stored, to compare with what is. */
	UserDetails sorted() {
		return new UserDetails(this.username, this.displayName, this.email, this.locale,
				this.roles.stream().sorted().toList(), this.teamIds.stream().sorted().toList(),
				ExternalId.sorted(this.externalIds));
	}

}
