package io.kehu.migration.live;

import org.springframework.stereotype.Component;

/**
 * The live customers, and the kinds of jobs about them.
 *
 * @param customers the customers themselves
 * @param fetch fetches them
 * @param application changes them
 */
@Component
record LiveKinds(LiveCustomers customers, LiveCustomersJob fetch, ApplicationJob application) {
}
