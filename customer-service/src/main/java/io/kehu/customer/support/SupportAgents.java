package io.kehu.customer.support;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The users whom cases can be assigned to, by their teams.
 */
@Repository
class SupportAgents {

	private static final String STORE = """
			insert into support_agent (user_id, version, available, team_ids) values (?, ?, ?, ?)
			on conflict (user_id) do update set version = excluded.version, available = excluded.available,
			team_ids = excluded.team_ids where support_agent.version <= excluded.version""";

	/** Counts the cases that are not resolved, other than the one to be assigned. */
	private static final String LEAST_LOADED = """
			select a.user_id from support_agent a left join support_case c on c.assignee_id = a.user_id
			and c.status in ('NEW', 'OPEN', 'WAITING') and c.deleted_at is null and c.id <> ?
			where a.available and a.team_ids @> array[?::uuid]
			group by a.user_id order by count(c.id), a.user_id limit 1""";

	private final JdbcTemplate jdbc;

	SupportAgents(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void store(UUID user, long version, AgentState state) {
		this.jdbc.update(STORE, user, version, state.available(), new SqlArrayValue("uuid", state.teamIds().toArray()));
	}

	void remove(UUID user) {
		this.jdbc.update("delete from support_agent where user_id = ?", user);
	}

	/**
	 * Returns the available member of a team with the fewest unresolved cases; empty if
	 * the team has none.
	 * @param assigned the case to be assigned, which is not counted
	 */
	Optional<UUID> findLeastLoaded(UUID team, UUID assigned) {
		return this.jdbc.queryForList(LEAST_LOADED, UUID.class, assigned, team).stream().findFirst();
	}

}
