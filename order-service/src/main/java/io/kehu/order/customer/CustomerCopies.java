package io.kehu.order.customer;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.access.Access;
import io.kehu.platform.record.Includable;
import io.kehu.platform.security.Callers;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Reads the copies of customers that the caller may see.
 */
@Component
public class CustomerCopies implements Includable {

	private static final String FIND = """
			select id, version, name, status, external_ids, tags from customer_replica
			where id = any(?) and not deleted order by id""";

	private final CustomerDirectory directory;

	private final JdbcTemplate jdbc;

	CustomerCopies(CustomerDirectory directory, JdbcTemplate jdbc) {
		this.directory = directory;
		this.jdbc = jdbc;
	}

	@Override
	public List<CustomerCopy> readable(Collection<UUID> ids) {
		if (!Callers.current().may("customer:read")) {
			throw Access.forbidden();
		}
		return this.jdbc.query(FIND,
				(row, number) -> new CustomerCopy(row.getObject(1, UUID.class), row.getLong(2), row.getString(3),
						row.getString(4), externalIds((String[]) row.getArray(5).getArray()),
						List.of((String[]) row.getArray(6).getArray())),
				new SqlArrayValue("uuid", this.directory.seen(ids).toArray()));
	}

	private static List<ExternalCustomerId> externalIds(String[] keys) {
		return Arrays.stream(keys)
			.map((key) -> key.split(":", 2))
			.map((parts) -> new ExternalCustomerId(parts[0], parts[1]))
			.toList();
	}

}
