package io.kehu.auth.owner;

/**
 * The service that a resource belongs to.
 *
 * @param kind where the resource appears
 * @param resource the first segment of paths below {@code /api/v1}, or the part of
 * permissions before the colon
 * @param service the name of the service
 */
record Owner(Kind kind, String resource, String service) {

	/**
	 * Where a resource appears.
	 */
	enum Kind {

		/** In paths. */
		PATH,

		/** In permissions. */
		PERMISSION;

		String table() {
			return switch (this) {
				case PATH -> "path_owners";
				case PERMISSION -> "permission_owners";
			};
		}

	}

}
