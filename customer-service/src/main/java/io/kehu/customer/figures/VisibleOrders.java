package io.kehu.customer.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.access.Restriction;
import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Callers;
import io.kehu.platform.security.Scope;

import org.springframework.stereotype.Component;

/**
 * Restricts queries of other features to the orders that the caller may see by their
 * owners and teams. Orders that are shared with the caller are only known to
 * order-service.
 */
@Component
public class VisibleOrders {

	/** The permission of order-service. */
	public static final String READ = "order:read";

	private static final Restriction NOTHING = new Restriction("false", Map.of());

	/**
	 * Returns the condition that selects these orders.
	 * @param alias the alias of the table {@code customer_order} in the query
	 */
	public Restriction restriction(String alias) {
		Caller caller = Callers.current();
		Scope scope = caller.scope(READ).orElse(null);
		if (scope == null || scope == Scope.ALL) {
			return (scope != null) ? Restriction.NONE : NOTHING;
		}
		List<String> alternatives = new ArrayList<>();
		Map<String, Object> parameters = new HashMap<>();
		if (caller.userId() != null) {
			alternatives.add(alias + ".owner_id = :accessUser");
			parameters.put("accessUser", caller.userId());
		}
		if (scope == Scope.TEAM && !caller.teams().isEmpty()) {
			alternatives.add(alias + ".team_id = any(:accessTeams)");
			parameters.put("accessTeams", caller.teams().toArray(UUID[]::new));
		}
		return alternatives.isEmpty() ? NOTHING
				: new Restriction("(" + String.join(" or ", alternatives) + ")", parameters);
	}

}
