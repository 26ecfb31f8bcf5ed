/**
 * Migration of the platform's own tables in the database of a service.
 */
@NullMarked
package io.kehu.platform.schema;

import org.jspecify.annotations.NullMarked;
