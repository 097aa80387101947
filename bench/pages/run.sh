#!/bin/sh
# Times pages of a running server, kind by kind: run.sh http://localhost:3030 [rounds]
# Prints size and the 50th and 99th percentile of the time until the last byte, in milliseconds, after ten warm-up requests.
# Then as many different pages of each kind as there are rounds, each asked for once, so that nothing that was kept helps.
set -eu
server=${1:-http://localhost:3030}
rounds=${2:-200}

measure() {
    kind=$1
    path=$2
    i=0
    while [ $i -lt $((rounds + 10)) ]; do
        printf 'url="%s%s"\noutput=/dev/null\n' "$server" "$path"
        i=$((i + 1))
    done | curl -s -H 'Accept: text/html' -w '%{time_total} %{size_download}\n' -K - |
        tail -n "$rounds" | sort -n |
        awk -v kind="$kind" '{ time[NR] = $1 * 1000; size = $2 }
            END { printf "%-14s %8d bytes  p50 %6.1f ms  p99 %6.1f ms\n", kind, size, time[int(NR * .5 + .5)], time[int(NR * .99 + .5)] }'
}

measure home /
measure question /q/storage-over-time
measure agency /doc/cbp
measure firm /doc/microsoft
measure technology /doc/azure
measure claim /doc/ice--uses--azure
measure source /doc/ice-azure
measure kind /doc/kind/surveillance-technology
measure vocabulary /vocabulary
measure search '/search?words=dell'
measure sources /sources
measure open /open-questions
measure changes /changes
measure release /release
measure missing /doc/icee
measure turtle /doc/azure.ttl

# Different pages whose address matches, chosen the same way each time.
sample() {
    kind=$1
    pattern=$2
    grep -E "$pattern" "$addresses" | awk 'BEGIN { srand(7) } { print rand() "\t" $0 }' | sort | head -n "$rounds" | cut -f 2 |
        sed 's/.*/url="&"\noutput=\/dev\/null/' |
        curl -s -H 'Accept: text/html' -w '%{time_total} %{size_download}\n' -K - | sort -n |
        awk -v kind="$kind" '{ time[NR] = $1 * 1000; size += $2 }
            END { if (NR) printf "%-14s %8d bytes  p50 %6.1f ms  p99 %6.1f ms  (%d pages)\n", kind, size / NR, time[int(NR * .5 + .5)], time[int(NR * .99 + .5)], NR }'
}

addresses=$(mktemp)
trap 'rm -f "$addresses"' EXIT
for list in $(curl -s "$server/sitemap.xml" | sed -n 's/.*<loc>\(.*\/sitemap-[0-9]*\.xml\)<\/loc>.*/\1/p') "$server/sitemap.xml"; do
    curl -s "$list" | sed -n 's/.*<loc>\(.*\)<\/loc>.*/\1/p' >>"$addresses"
done
sample firms '/doc/firm_'
sample contracts '/doc/contract_'
sample actions '/doc/action_'
sample claims '/doc/[^/]*--'
sample passages '/doc/evidence-'
sample sources '/doc/source-'
sample kinds '/doc/kind/'
