package io.kehu.order.order;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/**
 * Finds and stores orders by their whole key, which names their month.
 */
interface OrderRepository extends JpaRepository<Order, OrderKey> {

	/**
	 * The orders with these keys, given pairwise; the dates by themselves let PostgreSQL
	 * leave out the other months.
	 */
	@Query(value = """
			select o.* from unnest(cast(:ids as uuid[]), cast(:dates as date[])) as wanted (id, order_date)
			join orders o on o.id = wanted.id and o.order_date = wanted.order_date
			where o.order_date = any(cast(:dates as date[]))""", nativeQuery = true)
	List<Order> findByKeys(UUID[] ids, LocalDate[] dates);

}
