/**
 * Connections to the databases that tables are moved from and to.
 */
@NullMarked
package io.kehu.migration.connection;

import org.jspecify.annotations.NullMarked;
