package io.kehu.auth.user;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.kehu.platform.json.Texts;
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
 * The client-writable fields of a user: the body of a create request and of a bulk line,
 * and the target of a merge patch. Locks and passwords aren't part of it.
 *
 * @param username the user name, stored in lower case
 * @param displayName the display name; the user name by default
 * @param locale the language, such as {@code de} or {@code de-CH}
 * @param roles the names of the roles
 * @param teamIds the ids of the teams
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
		displayName = (displayName == null || Texts.isBlank(displayName)) ? username : Texts.visible(displayName);
		email = Texts.orNull(email);
		roles = (roles != null) ? roles.stream().distinct().toList() : List.of();
		teamIds = (teamIds != null) ? teamIds.stream().distinct().toList() : List.of();
		externalIds = (externalIds != null) ? externalIds : List.of();
	}

	/**
	 * Returns the normalized form of a user name.
	 */
	static String normalized(String username) {
		return Normalizer.normalize(Texts.visible(username), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	@Override
	public UserDetails with(List<ExternalId> all) {
		return new UserDetails(this.username, this.displayName, this.email, this.locale, this.roles, this.teamIds, all);
	}

	/** Returns these details in stored order, for comparison with the stored ones. */
	UserDetails sorted() {
		return new UserDetails(this.username, this.displayName, this.email, this.locale,
				this.roles.stream().sorted().toList(), this.teamIds.stream().sorted().toList(),
				ExternalId.sorted(this.externalIds));
	}

}
