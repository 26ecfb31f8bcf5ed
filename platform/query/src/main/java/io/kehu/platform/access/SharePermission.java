package io.kehu.platform.access;

import java.util.Locale;

/**
 * The permission granted by a share; permission to write includes permission to read.
 */
public enum SharePermission {

	READ, WRITE;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
