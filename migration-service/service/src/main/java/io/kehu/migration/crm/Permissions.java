package io.kehu.migration.crm;

import io.kehu.migration.mapping.Resource;

/**
 * The permissions that loading records requires.
 */
final class Permissions {

	private Permissions() {
	}

	static String writing(Resource resource) {
		return switch (resource) {
			case PRODUCTS -> "product:write";
			case CUSTOMERS -> "customer:write";
			case CONTACTS -> "contact:write";
			case LEADS -> "lead:write";
			case OPPORTUNITIES -> "opportunity:write";
			case ORDERS -> "order:write";
			case ACTIVITIES -> "activity:write";
			case CASES -> "case:write";
		};
	}

}
