package io.kehu.auth.user;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the profile that users can change: the target of their merge patch.
 */
public record ProfileDetails(@Nullable @Size(max = 200) String displayName,
		@Nullable @Pattern(regexp = UserDetails.LOCALE) String locale) {
}
