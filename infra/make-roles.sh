#!/bin/sh
# Run by the database's image when it makes the cluster: each PASSWORD_OF_… of roles.sql is the variable of that name.
set -eu
text=$(cat /roles/roles.sql)
for role in officine_owner officine_api officine_worker officine_publisher officine_regione officine_regione_app; do
	eval "secret=\$PASSWORD_OF_$role"
	text=$(printf '%s' "$text" | sed "s/PASSWORD_OF_$role'/$secret'/")
done
printf '%s' "$text" | psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname officine
