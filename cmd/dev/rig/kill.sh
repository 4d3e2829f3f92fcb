# A busy person whose program is killed again and again, in the middle of whatever it does.
end=$(( $(cut -d. -f1 /proc/uptime) + SECONDS_TO_WORK )); kills=0
app="/tmp/ctl/app --by Person$ID soak"
while [ $(cut -d. -f1 /proc/uptime) -lt $end ]; do
 $app work /tmp/share/Office.almoner --folder /tmp/desk --ledger /tmp/ctl/ledger --for 10m --poll 1s --check 40 & work=$!
 usleep $(( 800000 + (RANDOM % 2200) * 1000 ))
 kill -9 $work || echo "c$ID ended by itself"
 wait $work 2>/dev/null; kills=$((kills+1))
done
echo "c$ID kills=$kills"
$app drain /tmp/share/Office.almoner --folder /tmp/desk --for 120s
cp -r /tmp/desk /tmp/ctl/desk
