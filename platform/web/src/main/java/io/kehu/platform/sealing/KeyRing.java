package io.kehu.platform.sealing;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Numbered keys, of which the first is the present one.
 *
 * @param property the property that lists them, for error messages
 */
record KeyRing(String property, Map<Integer, SecretKeySpec> keys) {

	private static final int KEY_BYTES = 32;

	/**
	 * Parses keys.
	 * @param values each as {@code number:Base64}
	 * @throws IllegalStateException if there are none, or one of them is not a key
	 */
	static KeyRing of(String property, String algorithm, List<String> values) {
		Map<Integer, SecretKeySpec> keys = new LinkedHashMap<>();
		for (String value : values) {
			String[] parts = value.strip().split(":", 2);
			try {
				int number = Integer.parseUnsignedInt(parts[0]);
				byte[] key = Base64.getDecoder().decode(parts[1]);
				if (key.length != KEY_BYTES || number < 1
						|| keys.put(number, new SecretKeySpec(key, algorithm)) != null) {
					throw invalid(property);
				}
			}
			catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
				// Without the cause, which quotes the key
				throw invalid(property);
			}
		}
		if (keys.isEmpty()) {
			throw new IllegalStateException(
					"%s is missing: set it to a number, a colon and 32 random bytes in Base64, as in 1:…"
						.formatted(property));
		}
		return new KeyRing(property, keys);
	}

	private static IllegalStateException invalid(String property) {
		return new IllegalStateException(
				"%s must be keys separated by commas, each a different number from 1, a colon and 32 bytes in Base64, as in 1:…"
					.formatted(property));
	}

	/** Returns the number of the key that is used to write. */
	int present() {
		return this.keys.keySet().iterator().next();
	}

	Set<Integer> numbers() {
		return this.keys.keySet();
	}

	/** Returns the key with this number, or null. */
	@Nullable SecretKeySpec find(int number) {
		return this.keys.get(number);
	}

	/**
	 * Returns the key with this number.
	 * @throws NullPointerException if there is none
	 */
	SecretKeySpec get(int number) {
		return Objects.requireNonNull(this.keys.get(number));
	}

	/** Does not show the keys. */
	@Override
	public String toString() {
		return this.property + numbers();
	}

}
