/**
 * Brings the platform's own tables into a service's database.
 */
@NullMarked
package io.kehu.platform.schema;

import org.jspecify.annotations.NullMarked;
