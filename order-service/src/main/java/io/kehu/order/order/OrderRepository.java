package io.kehu.order.order;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/**
 * Finds and stores orders by their key, which contains the date of their partition.
 */
interface OrderRepository extends JpaRepository<Order, OrderKey> {

	/**
	 * Returns the orders with these keys, given pairwise. The condition on the dates
	 * alone lets PostgreSQL skip the other partitions.
	 */
	@Query(value = """
			select o.* from unnest(cast(:ids as uuid[]), cast(:dates as date[])) as wanted (id, order_date)
			join orders o on o.id = wanted.id and o.order_date = wanted.order_date
			where o.order_date = any(cast(:dates as date[]))""", nativeQuery = true)
	List<Order> findByKeys(UUID[] ids, LocalDate[] dates);

	/** Returns and locks the next orders by id, including deleted ones. */
	@Query(value = """
			select o.* from (select id, order_date from order_key where id > :id order by id limit :limit) k
			join orders o on o.id = k.id and o.order_date = k.order_date
			order by o.id for share of o""", nativeQuery = true)
	List<Order> findAfter(UUID id, int limit);

	/** Returns and locks orders, always in the same sequence. */
	@Query(value = """
			select o.* from order_key k join orders o on o.id = k.id and o.order_date = k.order_date
			where k.id = any(cast(:ids as uuid[])) order by o.id for update of o""", nativeQuery = true)
	List<Order> lockAll(UUID[] ids);

	/**
	 * Returns and locks some orders of a customer, including deleted ones.
	 */
	@Query(value = """
			select o.* from orders o where o.customer_id = :customer order by o.order_date, o.id limit :limit
			for update of o""", nativeQuery = true)
	List<Order> findOf(UUID customer, int limit);

	/**
	 * Returns and locks some orders that were moved away from a customer and have not
	 * been assigned to another customer since.
	 */
	@Query(value = """
			select o.* from order_move m join order_key k on k.id = m.order_id
			join orders o on o.id = k.id and o.order_date = k.order_date
			where m.from_customer = :customer and o.customer_id = m.to_customer
			order by m.order_id limit :limit for update of o""", nativeQuery = true)
	List<Order> findMovedFrom(UUID customer, int limit);

}
