package io.kehu.platform.access;

import java.util.Locale;

/**
 * What a share lets somebody do: whoever may write may read as well.
 */
public enum SharePermission {

	READ, WRITE;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
